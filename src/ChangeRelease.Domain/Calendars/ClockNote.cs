using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>A mention of a clock change that moves an occurrence of a rule (S-43).</summary>
public sealed record ClockNote
{
    internal ClockNote(RuleId rule, ClockNoteKind kind, LocalDateTime local, string text) =>
        (Rule, Kind, Local, Text) = (rule, kind, local, text);

    /// <summary>The rule.</summary>
    public RuleId Rule { get; }

    /// <summary>What happens to its occurrence.</summary>
    public ClockNoteKind Kind { get; }

    /// <summary>The wall-clock time, in the rule's zone, that is skipped or repeated; for an occurrence that does not take place, its nominal start.</summary>
    public LocalDateTime Local { get; }

    /// <summary>The mention as a sentence.</summary>
    public string Text { get; }

    /// <summary>The mention.</summary>
    /// <returns><see cref="Text"/>.</returns>
    public override string ToString() => Text;
}
