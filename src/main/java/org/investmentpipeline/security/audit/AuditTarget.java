package org.investmentpipeline.security.audit;

/**
 * The target of an audit event. Each target has its own chain of entries.
 *
 * @param kind declared by the feature that records the event
 * @param id unique within the kind, such as the id of a project or the code of a catalogue entry
 */
public record AuditTarget(AuditTargetKind kind, String id) {}
