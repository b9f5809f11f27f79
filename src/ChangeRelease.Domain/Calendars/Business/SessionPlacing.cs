using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Places the hours of a day on the time line; clock changes are resolved as for windows (S-43).</summary>
internal sealed class SessionPlacing(DateTimeZone zone)
{
    private static readonly ClockChange _changes = ClockChange.ForWindows;

    public BusinessDay Place(DayPlan plan)
    {
        var placed = plan.Stretches.Select(stretch => (Stretch: stretch, Start: Start(stretch), End: End(stretch))).ToList();
        return new BusinessDay(
            plan,
            placed.Select(one => SlotOf(one.Start, one.End)).OfType<Slot>().ToValueList(),
            placed.SelectMany(one => Notes(one.Start, one.End)).ToValueList());
    }

    public IEnumerable<Slot> Slots(DayPlan plan) => plan.Stretches.Select(stretch => SlotOf(Start(stretch), End(stretch))).OfType<Slot>();

    private WallTime Start(LocalStretch stretch) => WallTime.Resolve(zone, stretch.Start, _changes.SkippedStart, _changes.RepeatedStart);

    private WallTime End(LocalStretch stretch) => WallTime.Resolve(zone, stretch.End, _changes.SkippedEnd, _changes.RepeatedEnd);

    private static Slot? SlotOf(WallTime start, WallTime end) => Slot.Between(start.Instant!.Value, end.Instant!.Value);

    private IEnumerable<string> Notes(WallTime start, WallTime end)
    {
        if (SlotOf(start, end) is not { } slot)
        {
            yield return $"From {LocalText.Show(start.Local)} to {LocalText.ShowAfter(start.Local, end.Local)} there is no time in {zone.Id}: the clock changes.";
            yield break;
        }

        if (Note(start, "begins", slot.Start) is { } first)
        {
            yield return first;
        }

        if (Note(end, "ends", slot.End) is { } last)
        {
            yield return last;
        }
    }

    private string? Note(WallTime time, string verb, Instant at) => time switch
    {
        { IsSkipped: true } => $"{LocalText.Show(time.Local)} does not exist in {zone.Id}; the work {verb} at {LocalText.ShowAfter(time.Local, LocalText.In(zone, at))}.",
        { IsRepeated: true } => $"{LocalText.Show(time.Local)} happens twice in {zone.Id}; the work {verb} at the first, {at.ToText()}.",
        _ => null,
    };
}
