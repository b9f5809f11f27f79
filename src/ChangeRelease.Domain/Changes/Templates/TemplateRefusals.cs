using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Changes;

/// <summary>The refusals that come before any table is asked.</summary>
internal static class TemplateRefusals
{
    public static SubjectRefusals Before { get; } = new("template", "Propose", "proposed", "it");
}
