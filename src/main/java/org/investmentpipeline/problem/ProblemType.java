package org.investmentpipeline.problem;

import java.util.Locale;

/**
 * The closed list of problem types, each a stable URI path ({@code /problems/stage-order}) that clients may branch on.
 */
public enum ProblemType {
    INVALID_REQUEST(400, "The request is malformed", "请求无法识别"),
    UNAUTHENTICATED(401, "Not signed in", "未登录"),
    FORBIDDEN(403, "Not allowed", "无权限"),
    PASSWORD_CHANGE_REQUIRED(403, "The password has to be replaced", "需要更换密码"),
    NOT_FOUND(404, "Not found", "未找到"),
    METHOD_NOT_ALLOWED(405, "Method not allowed", "不支持该方法"),
    NOT_ACCEPTABLE(406, "No representation in an accepted media type", "无法提供所要求的格式"),
    DUPLICATE(409, "Exists already", "已存在"),
    IN_USE(409, "In use", "正在使用"),
    NOT_EMPTY(409, "The database is not empty", "数据库不为空"),
    STAGE_ORDER(409, "Not allowed by the order of the stages", "阶段顺序不符"),
    STATUS_CONFLICT(409, "The project's status does not allow this", "项目状态不允许此操作"),
    CONFLICT(409, "Another change came first", "与另一处修改冲突"),
    REPEATED_AT_ONCE(409, "The first request with this key is still in progress", "使用同一键的首个请求仍在处理"),
    IMPORT_BUILT_UPON(409, "Later changes build upon the import", "导入之后另有变更"),
    IMPORT_UNDONE(409, "The import is undone already", "导入已被撤销"),
    TOO_MANY_TOKENS(409, "Too many tokens", "令牌过多"),
    ALREADY_RUNNING(409, "Already running", "正在进行"),
    STALE_VERSION(412, "Changed since it was read", "读取后已被修改"),
    TOO_LARGE(413, "Too large", "内容过大"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type", "不支持的内容类型"),
    REFUSED(422, "Not allowed by a rule", "不符合规则"),
    KEY_REUSED(422, "The key was used for another request", "该键已用于另一请求"),
    REQUIREMENTS_MISSING(422, "The stage requires more", "缺少该阶段的必备内容"),
    EXCHANGE_RATE_MISSING(422, "No exchange rate", "缺少汇率"),
    IMPORT_REFUSED(422, "The ledger was not imported", "台账未导入"),
    DUMP_REFUSED(422, "The dump was not restored", "转储未恢复"),
    VERSION_REQUIRED(428, "If-Match is required", "需要 If-Match"),
    TOO_MANY_REQUESTS(429, "Too many requests", "请求过于频繁"),
    INTERNAL(500, "Internal error", "内部错误"),
    UNAVAILABLE(503, "Temporarily unavailable", "暂时不可用");

    private final int status;
    private final LocalizedText title;

    ProblemType(int status, String en, String zh) {
        this.status = status;
        this.title = new LocalizedText(en, zh);
    }

    public int status() {
        return status;
    }

    public LocalizedText title() {
        return title;
    }

    /** The stable name of the type, such as {@code stage-order}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The stable path that identifies the type, relative to the service. */
    public String path() {
        return "/problems/" + word();
    }
}
