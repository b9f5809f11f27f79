using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>The freezes of a calendar within a range, each with all its times.</summary>
internal static class FreezeBands
{
    /// <summary>A runway counts as frozen, since nothing may be planned in it (S-47).</summary>
    public static ValueList<PictureBand> Of(SlotJudgement judgement, Slot range) => judgement.Freezes
        .GroupBy(freeze => freeze.Rule)
        .Select(group => new PictureBand(group.Key.Title, group.Select(freeze => freeze.Binding.Intersect(range)).OfType<Slot>().ToValueList()))
        .Where(band => band.Spans.Count > 0)
        .ToValueList();
}
