using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>That work is in the way of other work: by which rule, where, when, and what would cure it (S-50).</summary>
public sealed record Conflict
{
    internal Conflict(ConflictLook look, ConflictKind kind, ScheduledWork work, ValueList<ScheduledWork> others, Slot span, string sentence)
    {
        (Rule, Key, OtherKey) = (look.Rule, look.Own, look.Other);
        (Kind, Work, Others, Span, Sentence) = (kind, work, others, span, sentence);
    }

    /// <summary>The greatest number of others that are named for one conflict.</summary>
    public const int MostNamed = 100;

    /// <summary>The rule.</summary>
    public ConflictRule Rule { get; }

    /// <summary>Whether it refuses or warns.</summary>
    public ConflictSeverity Severity => Rule.Severity;

    /// <summary>How they conflict.</summary>
    public ConflictKind Kind { get; }

    /// <summary>What the work claims that others claim, or are in the way of: a service, a person, an environment, a class.</summary>
    public ConflictKey Key { get; }

    /// <summary>The same of the others; equal to <see cref="Key"/> when they claim the same.</summary>
    public ConflictKey OtherKey { get; }

    /// <summary>One side: the work that was asked about; in a whole schedule, the one that starts later.</summary>
    public ScheduledWork Work { get; }

    /// <summary>The other side, in order of time: one, or where capacity is exceeded all that are there, at most <see cref="MostNamed"/> of them. Empty when the conflict is unjudged.</summary>
    public ValueList<ScheduledWork> Others { get; }

    /// <summary>When: what both overlap; where they are too near, the stretch after the earlier that must be free; where capacity is exceeded, the part of the work's time in which it is.</summary>
    public Slot Span { get; }

    /// <summary>The conflict for people.</summary>
    public string Sentence { get; }

    /// <summary>What would cure it; each alone is enough.</summary>
    public ValueList<Remedy> Remedies { get; internal init; } = [];

    /// <summary>The rule, and the conflict for people.</summary>
    /// <returns>For example <c>same-service (hard): CHG-2 and CHG-1 are both at work on payments in production …</c>.</returns>
    public override string ToString() => $"{Rule.Id} ({(Severity == ConflictSeverity.Hard ? "hard" : "soft")}): {Sentence}";
}
