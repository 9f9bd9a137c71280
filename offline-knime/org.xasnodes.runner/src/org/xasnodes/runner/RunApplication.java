package org.xasnodes.runner;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.xasnodes.runner.execution.NodeFactories;
import org.xasnodes.runner.execution.NodeRun;
import org.xasnodes.runner.execution.WorkflowRun;
import org.xasnodes.runner.report.ConsoleReport;
import org.xasnodes.runner.report.OutputFolder;
import org.xasnodes.runner.report.ReportPage;
import org.xasnodes.runner.workflow.SettingOverride;
import org.xasnodes.runner.workflow.Workflow;
import org.xasnodes.runner.workflow.WorkflowException;
import org.xasnodes.runner.workflow.WorkflowFolder;
import org.xasnodes.runner.workflow.WorkflowReader;

/** The application behind <code>./run</code>: runs a workflow without KNIME. */
public final class RunApplication implements IApplication {

    static final int SUCCESS = 0;

    static final int NODE_FAILED = 1;

    static final int WRONG_USE = 2;

    static final int CANCELED = 130;

    /** How long Ctrl-C waits for the running node. */
    private static final long PATIENCE_SECONDS = 10;

    private final CountDownLatch m_ended = new CountDownLatch(1);

    private final PrintStream m_out;

    private final PrintStream m_err;

    private volatile WorkflowRun m_run;

    /** Writes to the console. */
    public RunApplication() {
        this(new PrintStream(System.out, true, StandardCharsets.UTF_8),
            new PrintStream(System.err, true, StandardCharsets.UTF_8));
    }

    RunApplication(final PrintStream out, final PrintStream err) {
        m_out = out;
        m_err = err;
    }

    @Override
    public Object start(final IApplicationContext context) throws Exception {
        final Map<?, ?> all = context.getArguments();
        final String[] arguments = (String[])all.get(IApplicationContext.APPLICATION_ARGS);
        // the script starts Java elsewhere
        final Path callersFolder = Path.of(System.getProperty("xas.cwd", "")).toAbsolutePath();
        final Thread hook = new Thread(this::stop, "cancel");
        Runtime.getRuntime().addShutdownHook(hook);
        context.applicationRunning();
        return run(arguments, callersFolder, Boolean.getBoolean("xas.terminal"), NodeFactories.contributed());
    }

    int run(final String[] arguments, final Path callersFolder, final boolean isTerminal,
        final NodeFactories factories) throws Exception {
        if (List.of(arguments).contains("--help")) {
            m_out.print(Arguments.USAGE);
            return SUCCESS;
        }
        try {
            return run(Arguments.parse(arguments), callersFolder, isTerminal, factories);
        } catch (final UsageException e) {
            m_err.println(e.getMessage());
            m_err.print(Arguments.USAGE);
            return WRONG_USE;
        } catch (final WorkflowException | IOException e) {
            m_err.println(e instanceof IOException ? "Cannot write: " + e : e.getMessage());
            return WRONG_USE;
        } finally {
            m_ended.countDown();
        }
    }

    private int run(final Arguments arguments, final Path callersFolder, final boolean isTerminal,
        final NodeFactories factories) throws Exception {
        final OutputFolder out = arguments.out().isPresent()
            ? OutputFolder.create(callersFolder.resolve(arguments.out().get())) : null;
        try (WorkflowFolder folder = WorkflowFolder.open(callersFolder.resolve(arguments.workflow()))) {
            final Workflow workflow = WorkflowReader.read(folder.path());
            for (final SettingOverride setting : arguments.settings()) {
                setting.applyTo(workflow, callersFolder);
            }
            final WorkflowRun run = new WorkflowRun(workflow, factories, new ConsoleReport(m_out, isTerminal));
            m_run = run;
            run.run();
            if (out != null && !run.isCanceled()) {
                write(run, workflow, out);
            }
            if (run.isCanceled()) {
                return CANCELED;
            }
            return run.isSuccess() ? SUCCESS : NODE_FAILED;
        }
    }

    private void write(final WorkflowRun run, final Workflow workflow, final OutputFolder out) throws IOException {
        final ReportPage page = new ReportPage(workflow);
        for (final NodeRun node : run.nodes()) {
            final List<Path> files = out.write(node, m_err::println);
            files.forEach(file -> m_out.println("wrote " + file));
            page.add(node, files);
        }
        m_out.println("wrote " + out.write(page));
    }

    /** Called at Ctrl-C, and always when Java ends, when there is nothing left to do. */
    @Override
    public void stop() {
        final WorkflowRun run = m_run;
        if (run != null) {
            run.cancel();
            try {
                m_ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
