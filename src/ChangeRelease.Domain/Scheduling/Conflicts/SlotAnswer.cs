using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Whether work may go into a slot, and everything that speaks against it or warns.</summary>
public sealed record SlotAnswer
{
    internal SlotAnswer(ScheduledWork work, SlotJudgement calendar, ConflictReport conflicts, Func<ClearStart> earliest)
    {
        (Work, Calendar, Conflicts) = (work.MovedTo(calendar.Slot), calendar, conflicts);
        Earliest = MayGo ? new ClearStart(calendar.Slot.Start, calendar.Slot.Start, IsSearched: true) : earliest();
        Refusals = SlotRefusals.Of(this);
    }

    /// <summary>The work, in the slot.</summary>
    public ScheduledWork Work { get; }

    /// <summary>What the calendar says.</summary>
    public SlotJudgement Calendar { get; }

    /// <summary>What is in the way; soft conflicts warn.</summary>
    public ConflictReport Conflicts { get; }

    /// <summary>The earliest start, from this on, at which the work may go.</summary>
    public ClearStart Earliest { get; }

    /// <summary>Everything that speaks against it (S-3); none when the work may go.</summary>
    public ValueList<Refusal> Refusals { get; }

    /// <summary>Whether the work may go there: it is open, and no hard rule forbids it.</summary>
    public bool MayGo => Calendar.IsOpen && Conflicts.Hard.Count == 0;

    /// <summary>Yes or no, and why.</summary>
    /// <returns>For example <c>CHG-2 may go into [2026-11-02T14:00:00Z, 2026-11-02T15:00:00Z).</c></returns>
    public override string ToString() => MayGo
        ? $"{Work.Name} may go into {Work.Slot}.{string.Concat(Conflicts.Soft.Select(conflict => $" {conflict.Sentence}"))}"
        : $"{Work.Name} may not go into {Work.Slot}. {string.Join(' ', Refusals.Select(refusal => refusal.Explanation))}";
}
