using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Calendars;

/// <summary>What a calendar says about a slot (S-45).</summary>
public sealed record SlotJudgement
{
    private SlotJudgement(Survey survey, ValueList<Gap> gaps)
    {
        Slot = survey.Range;
        Freezes = survey.Freezes.ToValueList();
        Windows = survey.Windows.ToValueList();
        WithoutWindow = survey.TargetsWithoutWindow;
        Notes = survey.NotesOn(survey.Range.Overlaps);
        Gaps = gaps;
    }

    /// <summary>The slot that was asked about.</summary>
    public Slot Slot { get; }

    /// <summary>Whether all of the slot is open for every target. Capacity is not looked at: see <see cref="ChangeCalendar.PlacesIn"/>.</summary>
    public bool IsOpen => Freezes.Count == 0 && Gaps.Count == 0;

    /// <summary>Every freeze that overlaps the slot, for any target, and that the question may not pass; in order of time.</summary>
    public ValueList<Occurrence> Freezes { get; }

    /// <summary>The parts in no window, for each target; for targets that no window rule is about, the whole slot if the default is closed.</summary>
    public ValueList<Gap> Gaps { get; }

    /// <summary>Every window that the slot overlaps, for any target; in order of time.</summary>
    public ValueList<Occurrence> Windows { get; }

    /// <summary>The targets that no window rule is about, so that the declared default decides.</summary>
    public ValueList<Target> WithoutWindow { get; }

    /// <summary>Clock changes that move what the slot meets (S-43).</summary>
    public ValueList<ClockNote> Notes { get; }

    internal static SlotJudgement Of(Survey survey) => new(survey, survey.Lanes.SelectMany(lane => GapsOf(lane, survey.Range)).ToValueList());

    private static IEnumerable<Gap> GapsOf(Lane lane, Slot slot)
    {
        var gaps = SlotSet.Of(slot).Subtract(lane.Covered);
        return lane.Targets.SelectMany(target => gaps.Select(span => new Gap(target, span)));
    }
}
