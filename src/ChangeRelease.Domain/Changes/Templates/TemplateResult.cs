using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>How a change under a template went, as its review found (S-30).</summary>
/// <param name="Change">The change.</param>
/// <param name="HasFailed">Whether it failed or was backed out.</param>
/// <param name="Incident">The severity of the worst incident that it caused; null when it caused none.</param>
public sealed record TemplateResult(ChangeId Change, bool HasFailed, Grade? Incident);
