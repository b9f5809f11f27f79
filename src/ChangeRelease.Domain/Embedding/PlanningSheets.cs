using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Scheduling;

namespace ChangeRelease.Domain.Embedding;

/// <summary>Turns a plan into commands.</summary>
internal static class PlanningSheets
{
    public static PlanningSheet Of(Plan plan, ValueList<Unplannable> unplannable, ValueList<Unplannable> crowded, PlanningFacts facts)
    {
        var nowhere = crowded.Select(one => one.Item).ToHashSet();
        var slots = facts.Subjects.ToDictionary(subject => subject.Item, subject => subject.Slots);
        var moves = plan.Items
            .Where(one => !nowhere.Contains(one.Item.Id) && slots.TryGetValue(one.Item.Id, out var before) && !before.SequenceEqual([one.Slot]))
            .OrderBy(one => one.Slot.Start).ThenBy(one => one.Item.Id)
            .ToList();
        var (planned, moved) = (plan.Items.Select(one => one.Item.Id).Except(nowhere).ToHashSet(), moves.Select(one => one.Item.Id).ToHashSet());
        var riders = facts.Riders.Where(rider => (rider.IsAboard ? moved : planned).Contains(PlanningSheet.ItemOf(rider.Release)));
        return new PlanningSheet(plan)
        {
            Unplannable = unplannable.With([.. crowded]),
            ReleaseCommands = moves.Where(one => facts.Releases.ContainsKey(one.Item.Id))
                .Select(one => (facts.Releases[one.Item.Id], slots[one.Item.Id].Count == 0 ? (ReleaseCommand)new ScheduleRelease([one.Slot]) : new RescheduleRelease([one.Slot])))
                .ToValueList(),
            ChangeCommands = moves.Where(one => facts.Changes.ContainsKey(one.Item.Id))
                .Select(one => (facts.Changes[one.Item.Id], slots[one.Item.Id].Count == 0 ? (ChangeCommand)new ScheduleChange(one.Slot) : new RescheduleChange(one.Slot)))
                .Concat(riders.Select(rider => (rider.Change, rider.IsAboard ? (ChangeCommand)new RescheduleChange([], rider.Release) : ScheduleChange.On(rider.Release))))
                .ToValueList(),
        };
    }
}
