using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>What work in flight does now, because of which rules, and until when that holds (S-47).</summary>
public sealed record InFlightAnswer
{
    internal InFlightAnswer(Instant at, InFlightVerdict verdict, ValueList<Occurrence> because, Instant? until, InFlightVerdict? then) =>
        (At, Verdict, Because, Until, Then) = (at, verdict, because, until, then);

    /// <summary>The instant that was asked about, cut to the microsecond.</summary>
    public Instant At { get; }

    /// <summary>What the work does; of several targets and rules the strictest holds.</summary>
    public InFlightVerdict Verdict { get; }

    /// <summary>The windows that are over, and the freezes in force, whose contracts say so; empty when nothing has ended, or when it was closed at the start of the work.</summary>
    public ValueList<Occurrence> Because { get; }

    /// <summary>When the verdict turns into another; null when it does not before the end of the search.</summary>
    public Instant? Until { get; }

    /// <summary>The verdict that follows; null when none does before the end of the search.</summary>
    public InFlightVerdict? Then { get; }

    /// <summary>The verdict, the rules, and what follows.</summary>
    /// <returns>For example <c>GoOn, because of window 'Nights' from … to … Europe/London, until 2026-11-07T06:30:00Z, then Overdue</c>.</returns>
    public override string ToString()
    {
        var because = Because.Count == 0 ? string.Empty : $", because of {string.Join("; ", Because)}";
        return Until is { } until ? $"{Verdict}{because}, until {until.ToText()}, then {Then}" : $"{Verdict}{because}";
    }
}
