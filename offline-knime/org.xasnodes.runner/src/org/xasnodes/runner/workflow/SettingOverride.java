package org.xasnodes.runner.workflow;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A setting given on the command line: <code>NODE/PATH=value</code>. NODE is a node's name, or <code>#</code> and its
 * number. PATH is that of <code>settings.xml</code> below <code>model</code>, which may be written or left out. The
 * type of the setting stays. A setting that is a file location takes the path of a local file or folder.
 *
 * @param target node and path
 * @param value the new value
 */
public record SettingOverride(String target, String value) {

    private static final String LOCATION_PRESENT = "location_present";

    /**
     * @param argument as on the command line
     * @return the setting
     * @throws WorkflowException if it has not the form <code>NODE/PATH=value</code>
     */
    public static SettingOverride parse(final String argument) throws WorkflowException {
        final int equals = argument.indexOf('=');
        if (equals < 0 || argument.indexOf('/') < 0 || argument.indexOf('/') > equals) {
            throw new WorkflowException("'" + argument + "' is no setting: write NODE/PATH=value, for example"
                + " \"Spectrum Reader/model/source/path=spectra.csv\".");
        }
        return new SettingOverride(argument.substring(0, equals), argument.substring(equals + 1));
    }

    /**
     * Changes the settings of the node it names.
     *
     * @param workflow the workflow
     * @param callersFolder what relative paths of files belong to
     * @throws WorkflowException if there is no such node or setting, or the value does not fit it
     */
    public void applyTo(final Workflow workflow, final Path callersFolder) throws WorkflowException {
        final WorkflowNode node = node(workflow.nodes());
        final String path = path(node);
        final SettingsTree settings = node.settings().orElseThrow(() -> new WorkflowException(
            "The node " + node + " is a metanode or component; only KNIME can run it."));
        final SettingsTree model = settings.config("model").orElseThrow(() -> new WorkflowException(
            settings.file() + " holds no settings of the node (no 'model')."));
        final String[] keys = path.replaceFirst("^model/", "").split("/");
        SettingsTree config = model;
        for (int i = 0; i < keys.length - 1; i++) {
            final SettingsTree parent = config;
            final String key = keys[i];
            config = parent.config(key).orElseThrow(() -> unknown(node, parent, key));
        }
        set(node, config, keys[keys.length - 1], callersFolder);
    }

    private WorkflowNode node(final List<WorkflowNode> nodes) throws WorkflowException {
        final List<WorkflowNode> byNumber =
            nodes.stream().filter(node -> target.startsWith("#" + node.id() + "/")).toList();
        final int longest = nodes.stream().filter(node -> target.startsWith(node.name() + "/"))
            .mapToInt(node -> node.name().length()).max().orElse(-1);
        final List<WorkflowNode> found = !byNumber.isEmpty() ? byNumber : nodes.stream()
            .filter(node -> target.startsWith(node.name() + "/") && node.name().length() == longest).toList();
        if (found.isEmpty()) {
            throw new WorkflowException("No node of the workflow fits '" + target + "'. There are: " + names(nodes));
        }
        if (found.size() > 1) {
            throw new WorkflowException("Several nodes have the name in '" + target + "'. Say which by its number: "
                + names(found));
        }
        return found.get(0);
    }

    private static String names(final List<WorkflowNode> nodes) {
        return nodes.stream().map(WorkflowNode::toString).collect(Collectors.joining(", "));
    }

    private String path(final WorkflowNode node) {
        final String start = target.startsWith("#") && target.startsWith("#" + node.id() + "/") ? "#" + node.id()
            : node.name();
        return target.substring(start.length() + 1);
    }

    private WorkflowException unknown(final WorkflowNode node, final SettingsTree config, final String key) {
        final String there = config.keys().isEmpty() ? "nothing"
            : config.keys().stream().map(k -> k + (config.config(k).isPresent() ? "/" : ""))
                .collect(Collectors.joining(", "));
        return new WorkflowException("The node " + node + " has no setting '" + config.path() + "/" + key
            + "'. In '" + config.path() + "' there is: " + there);
    }

    private void set(final WorkflowNode node, final SettingsTree parent, final String key, final Path callersFolder)
        throws WorkflowException {
        final Optional<SettingsTree> config = parent.config(key);
        if (config.isPresent()) {
            final SettingsTree location = location(config.get()).orElseThrow(() -> unknown(node, config.get(), "?"));
            setLocation(location, callersFolder);
            return;
        }
        final SettingsTree.Entry entry = parent.entry(key).orElseThrow(() -> unknown(node, parent, key));
        checkType(parent.path() + "/" + key, entry.type());
        parent.put(key, new SettingsTree.Entry(entry.type(), SettingsText.encode(value), 0));
    }

    /** A chosen file is a config that holds its location under <code>path</code>; either may be named. */
    private static Optional<SettingsTree> location(final SettingsTree config) {
        return config.keys().contains(LOCATION_PRESENT) ? Optional.of(config)
            : config.config("path").filter(path -> path.keys().contains(LOCATION_PRESENT));
    }

    private void setLocation(final SettingsTree location, final Path callersFolder) {
        final String file = callersFolder.resolve(value).toAbsolutePath().normalize().toString();
        location.clear();
        location.put(LOCATION_PRESENT, new SettingsTree.Entry("xboolean", "true", 0));
        location.put("file_system_type", new SettingsTree.Entry("xstring", "LOCAL", 0));
        location.put("path", new SettingsTree.Entry("xstring", SettingsText.encode(file), 0));
    }

    private void checkType(final String path, final String type) throws WorkflowException {
        try {
            switch (type) {
                case "xint" -> Integer.parseInt(value);
                case "xlong" -> Long.parseLong(value);
                case "xshort" -> Short.parseShort(value);
                case "xbyte" -> Byte.parseByte(value);
                case "xdouble", "xfloat" -> Double.parseDouble(value);
                case "xchar" -> require(value.length() == 1);
                case "xboolean" -> require(List.of("true", "false").contains(value.toLowerCase(Locale.ROOT)));
                case "xstring" -> {
                    // every text is one
                }
                default -> throw new WorkflowException("The setting '" + path + "' cannot be set here (type " + type
                    + ").");
            }
        } catch (final IllegalArgumentException e) {
            throw new WorkflowException("The setting '" + path + "' takes " + wanted(type) + ", not '" + value + "'.",
                e);
        }
    }

    private static void require(final boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException();
        }
    }

    private static String wanted(final String type) {
        return switch (type) {
            case "xdouble", "xfloat" -> "a number";
            case "xboolean" -> "true or false";
            case "xchar" -> "one character";
            default -> "a whole number";
        };
    }
}
