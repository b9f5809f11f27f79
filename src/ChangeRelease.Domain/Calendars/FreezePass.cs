using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Calendars;

/// <summary>One occurrence of a freeze that two people overrode for a change (S-48).</summary>
/// <remarks>It names the occurrence as it was: a freeze that was moved or prolonged since is another one, and binds again.</remarks>
/// <param name="Freeze">The freeze.</param>
/// <param name="Span">When the occurrence takes place.</param>
public sealed record FreezePass(RuleId Freeze, Slot Span)
{
    internal bool IsFor(Occurrence occurrence) => occurrence.Rule.Id == Freeze && occurrence.Span == Span;

    /// <summary>The freeze and the occurrence.</summary>
    /// <returns>For example <c>year-end [2026-12-20T00:00:00Z, 2027-01-04T00:00:00Z)</c>.</returns>
    public override string ToString() => $"{Freeze} {Span}";
}
