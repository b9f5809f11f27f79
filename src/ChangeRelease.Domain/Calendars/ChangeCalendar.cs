using ChangeRelease.Domain.Calendars.Compiled;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Windows and freezes under a declared default, in a version that never changes (S-40 to S-48).</summary>
/// <remarks>It is immutable, knows no clock, and may be asked from any number of threads.</remarks>
public sealed partial class ChangeCalendar
{
    private readonly IReadOnlyList<PlacedRule> _rules;

    private ChangeCalendar(CalendarId id, int version, CalendarDefault otherwise, IReadOnlyList<PlacedRule> rules, ValueList<CalendarFault> warnings, string zoneDataVersion)
    {
        (Id, Version, Otherwise, Warnings, ZoneDataVersion) = (id, version, otherwise, warnings, zoneDataVersion);
        _rules = rules;
        Rules = rules.Select(placed => placed.Rule).ToValueList();
        Digest = DigestOf();
    }

    /// <summary>The calendar's name.</summary>
    public CalendarId Id { get; }

    /// <summary>Which version of it this is; at least 1.</summary>
    public int Version { get; }

    /// <summary>What holds for targets that no window rule is about (S-45).</summary>
    public CalendarDefault Otherwise { get; }

    /// <summary>Every rule, in the order given.</summary>
    public ValueList<CalendarRule> Rules { get; }

    /// <summary>What is odd but not wrong, such as a window that only exempt changes can ever use.</summary>
    public ValueList<CalendarFault> Warnings { get; }

    /// <summary>The SHA-256 of id, version, default and all rules; their order does not matter, everything else of them does.</summary>
    public Digest Digest { get; }

    /// <summary>The version of the time zone data that the rules were resolved with (S-49).</summary>
    public string ZoneDataVersion { get; }

    /// <summary>How far <see cref="At"/> looks when it is not told: two years.</summary>
    public static Duration OrdinaryHorizon { get; } = Duration.FromDays(731);

    /// <summary>Defines a calendar.</summary>
    /// <param name="id">The calendar's name.</param>
    /// <param name="version">Which version of it this is; at least 1.</param>
    /// <param name="otherwise">What holds for targets that no window rule is about; there is no hidden default (S-45).</param>
    /// <param name="rules">The windows and freezes.</param>
    /// <param name="zones">The time zones.</param>
    /// <returns>The calendar.</returns>
    /// <exception cref="ArgumentNullException">An argument, or a rule, is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="version"/> is below 1, or <paramref name="otherwise"/> is undefined.</exception>
    /// <exception cref="CalendarDefinitionException">The rules have faults; it lists all of them.</exception>
    public static ChangeCalendar Define(CalendarId id, int version, CalendarDefault otherwise, IEnumerable<CalendarRule> rules, IDateTimeZoneProvider zones)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        if (!Enum.IsDefined(otherwise))
        {
            throw new ArgumentOutOfRangeException(nameof(otherwise), otherwise, "A calendar states whether it is open or closed by default.");
        }

        var verification = CalendarVerification.Of(rules, zones);
        return verification.Faults.Count == 0
            ? new ChangeCalendar(id, version, otherwise, verification.Placed, verification.Warnings, zones.VersionId)
            : throw new CalendarDefinitionException(id, verification.Faults);
    }

    /// <summary>Finds everything that is wrong with rules, without defining a calendar.</summary>
    /// <param name="rules">The windows and freezes.</param>
    /// <param name="zones">The time zones.</param>
    /// <returns>Every fault: those of single rules first, in their order; empty when a calendar can be defined.</returns>
    /// <exception cref="ArgumentNullException">An argument, or a rule, is null.</exception>
    public static ValueList<CalendarFault> Verify(IEnumerable<CalendarRule> rules, IDateTimeZoneProvider zones) =>
        CalendarVerification.Of(rules, zones).Faults;

    /// <summary>Finds where another calendar says something different to the same question.</summary>
    /// <param name="after">The other calendar, for example a later version of this one.</param>
    /// <param name="question">For what.</param>
    /// <param name="range">The stretch of time to compare.</param>
    /// <returns>The difference; empty exactly when both are open at the same instants of the range.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public CalendarDifference DifferenceTo(ChangeCalendar after, CalendarQuestion question, Slot range)
    {
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(range);
        return CalendarDifference.Of(Survey(question, range), after.Survey(question, range));
    }

    /// <summary>Says whether all of a slot is open for every target, and what speaks for and against it (S-45).</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="question">For what.</param>
    /// <returns>The judgement.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public SlotJudgement Judge(Slot slot, CalendarQuestion question)
    {
        ArgumentNullException.ThrowIfNull(slot);
        ArgumentNullException.ThrowIfNull(question);
        return SlotJudgement.Of(Survey(question, slot));
    }

    /// <summary>The freezes that last until further notice and whose owners should have looked at them again.</summary>
    /// <param name="now">The instant.</param>
    /// <returns>The freezes whose review is at this instant or was before it; the longest due first.</returns>
    public ValueList<Freeze> ReviewsDue(Instant now) =>
        Rules.OfType<Freeze>().Where(freeze => freeze.Notice?.ReviewAt <= now).OrderBy(freeze => freeze.Notice!.ReviewAt).ToValueList();

    /// <summary>The freezes in force at an instant that bind what is asked about.</summary>
    /// <param name="now">The instant; cut to the microsecond.</param>
    /// <param name="question">For what; freezes that it may pass are left out.</param>
    /// <returns>The occurrences, in order of time; none when nothing is frozen.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="question"/> is null.</exception>
    public ValueList<Occurrence> FreezesAt(Instant now, CalendarQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var (at, moment) = (now.ToMicroseconds(), Duration.FromNanoseconds(1_000));
        return at < Instant.MaxValue - moment ? Survey(question, new Slot(at, at + moment)).Freezes.ToValueList() : [];
    }

    /// <summary>Says whether an instant is open for every target, why, until when, and what comes next (S-46).</summary>
    /// <param name="now">The instant; cut to the microsecond.</param>
    /// <param name="question">For what.</param>
    /// <param name="horizon">How far to look for what comes next; <see cref="OrdinaryHorizon"/> when null.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="question"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="horizon"/> is shorter than a microsecond, or ends after all time.</exception>
    public Availability At(Instant now, CalendarQuestion question, Duration? horizon = null)
    {
        ArgumentNullException.ThrowIfNull(question);
        return Horizon.Of(now, horizon ?? OrdinaryHorizon).Widening()
            .Select(range => Availability.Of(Survey(question, range)))
            .TakeUntil(answer => answer.IsComplete)
            .Last();
    }

    /// <summary>Finds the earliest slot that fits (S-46, S-47), or says what stands in the way.</summary>
    /// <param name="request">What is needed, and where to look.</param>
    /// <returns>The slot, or none before the bound; with everything that was in the way before it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    public SlotSearch EarliestSlot(SlotRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var found = Search(request, _rules);
        return found.Slot is null ? found with { InTheWay = new WithoutRule(_rules, rules => Search(request, rules)).Of(found) } : found;
    }

    /// <summary>Says what work in flight does, by the contracts of the windows that it has outlived and of the freezes that it has met (S-47).</summary>
    /// <param name="began">When the work began; cut to the microsecond.</param>
    /// <param name="now">The instant that is asked about; cut to the microsecond.</param>
    /// <param name="question">For what.</param>
    /// <param name="backOut">How long backing out takes, for contracts that ask for an abort in time; zero or longer.</param>
    /// <param name="horizon">How far to look for what follows; <see cref="OrdinaryHorizon"/> when null.</param>
    /// <returns>The strictest that any target and rule asks for, and when that turns.</returns>
    /// <remarks>
    /// While a window is open and no freeze is in force, work goes on, whether it began in that window or an earlier one. Outside, the windows that were open when it
    /// began have the say, all of them; in a freeze that began later, that freeze. Runways are for plans and do not count here.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="question"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="now"/> is before <paramref name="began"/>, <paramref name="backOut"/> is negative or longer than 36,525 days, or <paramref name="horizon"/> is shorter than a microsecond or ends after all time.
    /// </exception>
    public InFlightAnswer InFlight(Instant began, Instant now, CalendarQuestion question, Duration backOut, Duration? horizon = null)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentOutOfRangeException.ThrowIfLessThan(now, began);
        ArgumentOutOfRangeException.ThrowIfLessThan(backOut, Duration.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(backOut, LocalBounds.LongestSpan);
        return Horizon.Of(now, horizon ?? OrdinaryHorizon).Widening()
            .Select(range => new InFlightCase(Survey(question, new Slot(began, range.End)), backOut).At(range.Start))
            .TakeUntil(answer => answer.Until is not null)
            .Last();
    }

    /// <summary>Works out once when the calendar is open to a question, for many answers in little time.</summary>
    /// <param name="question">For what.</param>
    /// <param name="range">The stretch of time to know; it can be extended later.</param>
    /// <returns>The compiled calendar.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public CompiledCalendar Compile(CalendarQuestion question, Slot range)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(range);
        return CompiledCalendar.Of(this, question, range);
    }

    /// <summary>Everything in a stretch of time that is open for every target, without reasons.</summary>
    /// <param name="range">The stretch of time.</param>
    /// <param name="question">For what.</param>
    /// <returns>The openings; sixteen bytes for each.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public SlotSet OpenWithin(Slot range, CalendarQuestion question)
    {
        ArgumentNullException.ThrowIfNull(range);
        ArgumentNullException.ThrowIfNull(question);
        return new OpenTimes(_rules, Otherwise, question).Within(range);
    }

    /// <summary>Everything in a stretch of time that is open for every target, without reasons, into memory that is used again.</summary>
    /// <param name="range">The stretch of time.</param>
    /// <param name="question">For what.</param>
    /// <param name="into">The memory; what it held is replaced.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public void OpenWithin(Slot range, CalendarQuestion question, SlotBuffer into)
    {
        ArgumentNullException.ThrowIfNull(range);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(into);
        new OpenTimes(_rules, Otherwise, question).Within(range, into);
    }

    /// <summary>Counts the places of every occurrence that a slot overlaps and that holds only so many changes: of windows, and of freezes that the question may pass.</summary>
    /// <param name="slot">The slot that would take one more place in each of them.</param>
    /// <param name="question">For what; only rules about its targets are counted.</param>
    /// <param name="taken">The slots of other holders.</param>
    /// <returns>The occurrences in order of time, with their holders.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public ValueList<RulePlaces> PlacesIn(Slot slot, CalendarQuestion question, ValueList<Holding> taken)
    {
        ArgumentNullException.ThrowIfNull(slot);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(taken);
        return new Occupancy(taken).Of(Survey(question, slot).Limited).ToValueList();
    }

    /// <summary>Name, version and the beginning of the digest.</summary>
    /// <returns>For example <c>deployments@3#0f3a5c77b2d1</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"{Id}@{Version}#{Digest.Abbreviated}");

    private SlotSearch Search(SlotRequest request, IReadOnlyList<PlacedRule> rules) =>
        new EarliestFit(request, range => Calendars.Survey.Of(rules, Otherwise, request.Question, range)).Search();

    private Survey Survey(CalendarQuestion question, Slot range) => Calendars.Survey.Of(_rules, Otherwise, question, range);

    private Digest DigestOf()
    {
        var text = new CanonicalText()
            .Field("calendar", Id.Value)
            .Field("version", CanonicalText.Show(Version))
            .Field("default", Otherwise.ToString());
        foreach (var rule in Rules.OrderBy(rule => rule.Id))
        {
            rule.WriteTo(text);
        }

        return text.Digest;
    }
}
