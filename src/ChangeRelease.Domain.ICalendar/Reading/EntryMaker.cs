using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.ICalendar;

/// <summary>Puts overrides to the events they belong to, and later editions in the place of earlier ones.</summary>
internal sealed class EntryMaker(CalendarFileLimits limits, ZoneNames zones, FileFaults faults)
{
    public IEnumerable<CalendarEntry> Make(IEnumerable<EventDraft> drafts) =>
        drafts.GroupBy(draft => draft.Uid, StringComparer.Ordinal).SelectMany(same => OfOne([.. same])).OfType<CalendarEntry>();

    private IEnumerable<CalendarEntry?> OfOne(List<EventDraft> same)
    {
        if (Latest(same.Where(draft => draft.InsteadOf is null)) is not { } master)
        {
            return Overrides(same, zone: null).Select(one => One(one, one.InsteadOf!.Local, Set(one)));
        }

        if (master.IsCanceled)
        {
            Drop(same.Where(draft => draft.InsteadOf is not null).Append(master), "It is canceled.");
            return [];
        }

        return WithOverrides(master, Overrides(same, master.Start.Zone));
    }

    private List<EventDraft> Overrides(List<EventDraft> same, string? zone)
    {
        var kept = same
            .Where(draft => draft.InsteadOf is not null)
            .GroupBy(draft => zones.Moved(draft.InsteadOf!, zone ?? draft.InsteadOf!.Zone))
            .Select(Latest)
            .OfType<EventDraft>()
            .ToList();
        if (zone is null)
        {
            Drop(kept.Where(draft => draft.IsCanceled), "It is canceled.");
            kept.RemoveAll(draft => draft.IsCanceled);
        }

        return kept;
    }

    private IEnumerable<CalendarEntry?> WithOverrides(EventDraft master, List<EventDraft> overrides)
    {
        if (overrides.Count > limits.Times)
        {
            faults.Add("too-many-times", master.Line, FormattableString.Invariant($"The event has {overrides.Count} overrides; {limits.Times} is the most."));
            yield break;
        }

        if (Set(master) is not { } without)
        {
            yield break;
        }

        var known = overrides.Where(one => Overrides(master, without, one)).ToList();
        var own = known.Where(one => !one.IsCanceled && !one.IsLike(master)).ToList();
        yield return One(master, null, known.Count == 0 ? without : SetOf(master, SetText.Of(master, known.Select(one => Override(master, one)))) ?? without);
        foreach (var one in own)
        {
            yield return One(one, zones.Moved(one.InsteadOf!, master.Start.Zone), Set(one));
        }
    }

    private RecurrenceOverrideText Override(EventDraft master, EventDraft one) =>
        new(zones.Moved(one.InsteadOf!, master.Start.Zone), !one.IsCanceled && one.IsLike(master) ? one.Start.Local : null);

    private bool Overrides(EventDraft master, RecurrenceSet without, EventDraft one)
    {
        if (one.InsteadOf!.IsDay != master.Start.IsDay)
        {
            faults.Add("day-with-times", one.Line, "Of the event and its RECURRENCE-ID one is a day and one a time. Write both alike.");
            return false;
        }

        var original = zones.Moved(one.InsteadOf, master.Start.Zone);
        if (!without.Contains(original))
        {
            faults.Add("override-of-nothing", one.Line, $"The event {Shown.Of(one.Uid)} has no start at {SetText.Write(original)} whose place this could take.");
            return false;
        }

        return true;
    }

    private RecurrenceSet? Set(EventDraft draft)
    {
        var set = SetOf(draft, SetText.Of(draft, []));
        if (set is not null && !draft.IsSingle && IsTooDense(set))
        {
            faults.Add("too-many-starts", draft.Line, FormattableString.Invariant($"The event starts more than {limits.StartsOfAYear} times in its first year. Let it start once and last, or raise the limit."));
            return null;
        }

        return set;
    }

    private bool IsTooDense(RecurrenceSet set) =>
        set.Between(set.Start, set.Start.Year < 9_998 ? set.Start.PlusYears(1) : set.Start, new RecurrenceLimits { Starts = limits.StartsOfAYear }).End == RecurrenceSearchEnd.OutOfSteps;

    private RecurrenceSet? SetOf(EventDraft draft, string text)
    {
        var read = RecurrenceText.ReadSet(text, null, RecurrenceDialect.Widened);
        foreach (var fault in read.Faults)
        {
            faults.Take(new(fault.Code, draft.Line, $"{fault.Part}: {fault.Message}"));
        }

        return read.Value;
    }

    private static CalendarEntry? One(EventDraft draft, LocalDateTime? insteadOf, RecurrenceSet? set) => set is null ? null : new(
        draft.Uid,
        draft.Start.Zone,
        set,
        insteadOf is null || draft.Length.Elapsed is not null ? draft.Length : RuleLength.Until(draft.Length.NominalEnd(draft.Start.Local)))
    {
        Sequence = draft.Edition.Sequence,
        Status = draft.Status,
        Summary = draft.Summary,
        Description = draft.Description,
        Categories = draft.Categories.ToValueList(),
        IsTransparent = draft.IsTransparent,
        IsAllDay = draft.Start.IsDay,
        InsteadOf = insteadOf,
    };

    private EventDraft? Latest(IEnumerable<EventDraft> editions)
    {
        var inOrder = editions.OrderBy(draft => draft.Edition.Sequence).ThenBy(draft => draft.Edition.Stamp, StringComparer.Ordinal).ThenBy(draft => draft.Line).ToList();
        Drop(inOrder.SkipLast(1), "A later edition takes its place.");
        return inOrder.LastOrDefault();
    }

    private void Drop(IEnumerable<EventDraft> drafts, string reason)
    {
        foreach (var draft in drafts)
        {
            faults.Ignore(draft.Line, "VEVENT", reason);
        }
    }
}
