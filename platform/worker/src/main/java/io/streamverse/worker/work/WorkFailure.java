package io.streamverse.worker.work;

/// The task cannot be done. Where it is permanent nobody should try again: the source is to blame, not the worker.
public final class WorkFailure extends Exception {
    private static final long serialVersionUID = 1;
    private final String code;
    private final String log;
    private final boolean permanent;

    private WorkFailure(String code, String detail, String log, boolean permanent) {
        super(detail);
        this.code = code;
        this.log = log;
        this.permanent = permanent;
    }

    public static WorkFailure permanent(String code, String detail, String log) {
        return new WorkFailure(code, detail, log, true);
    }

    public static WorkFailure passing(String code, String detail, String log) {
        return new WorkFailure(code, detail, log, false);
    }

    public String code() {
        return code;
    }

    /// The last that the tools said.
    public String log() {
        return log;
    }

    public boolean isPermanent() {
        return permanent;
    }
}
