using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>One rule of a calendar: when, how long, and for which targets, on the wall clock of its own zone (S-41).</summary>
/// <remarks>A rule may be made wrong; what is wrong is found, all at once, when a calendar is defined.</remarks>
public abstract record CalendarRule
{
    private protected CalendarRule(RuleId id, string title, string zone, Recurrence recurrence, RuleLength length, Scope scope)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentNullException.ThrowIfNull(recurrence);
        ArgumentNullException.ThrowIfNull(length);
        ArgumentNullException.ThrowIfNull(scope);
        (Id, Title, Zone) = (id, Text.Canonical(title, nameof(title)), zone);
        (Recurrence, Length, Scope) = (recurrence, length, scope);
    }

    /// <summary>The rule's name, unique in its calendar.</summary>
    public RuleId Id { get; internal init; }

    /// <summary>The name for people, in Unicode normal form C.</summary>
    public string Title { get; }

    /// <summary>The IANA name of the zone whose wall clock the rule follows; compared ordinally.</summary>
    public string Zone { get; internal init; }

    /// <summary>When occurrences start.</summary>
    public Recurrence Recurrence { get; internal init; }

    /// <summary>How long each lasts.</summary>
    public RuleLength Length { get; internal init; }

    /// <summary>Which targets the rule is about.</summary>
    public Scope Scope { get; }

    /// <summary>How clock changes are resolved (S-43).</summary>
    public ClockChange ClockChange { get; init; } = ClockChange.ForWindows;

    /// <summary>What the rule keeps when the time zone data change, where <see cref="ChangeCalendar.Under"/> is asked (S-49).</summary>
    public ZonePolicy WhenZonesChange { get; init; }

    /// <summary>What becomes of work that is still going on when a window ends, or when a freeze begins (S-47). Plans never rely on it.</summary>
    public InFlightContract InFlight { get; init; } = InFlightContract.MustFit;

    /// <summary>The first local day on which an occurrence may start; null when there is none.</summary>
    public LocalDate? ValidFrom { get; init; }

    /// <summary>The first local day on which no occurrence starts any more; null when there is none. One that has started runs to its end.</summary>
    public LocalDate? ValidUntil { get; init; }

    /// <summary>How many changes one occurrence has room for; null when there is no limit.</summary>
    internal abstract int? Limit { get; }

    /// <summary>How long before an occurrence the rule binds already.</summary>
    internal virtual Duration RunwayBefore => Duration.Zero;

    /// <summary>What the rule is, in a sentence.</summary>
    internal abstract string Noun { get; }

    internal bool IsEndless => Recurrence.IsEndless && ValidUntil is null;

    internal string Called => $"{Noun} '{Title}'";

    /// <summary>The nominal starts that are valid, both ends included.</summary>
    internal IEnumerable<LocalDateTime> StartsBetween(LocalDateTime from, LocalDateTime until)
    {
        var first = ValidFrom is { } day && day.AtMidnight() > from ? day.AtMidnight() : from;
        return Recurrence.StartsBetween(first, until).TakeWhile(start => !(start.Date >= ValidUntil));
    }

    internal virtual void WriteTo(CanonicalText text)
    {
        WriteTimesTo(text);
        if (InFlight != InFlightContract.MustFit)
        {
            text.Field("in-flight", InFlight.ToString());
        }

        if (WhenZonesChange != ZonePolicy.KeepLocal)
        {
            text.Field("when-zones-change", WhenZonesChange.ToString());
        }
    }

    private void WriteTimesTo(CanonicalText text) => text
        .Field("rule", Noun)
        .Field("id", Id.Value)
        .Field("title", Title)
        .Field("zone", Zone)
        .Field("recurrence", Recurrence.Canonical)
        .Field("length", Length.ToString())
        .Field("scope", Scope.Canonical)
        .Field("clock-change", ClockChange.ToString())
        .Field("valid-from", CanonicalText.Show(ValidFrom))
        .Field("valid-until", CanonicalText.Show(ValidUntil));
}
