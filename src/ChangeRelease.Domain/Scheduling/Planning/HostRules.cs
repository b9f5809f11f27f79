using ChangeRelease.Domain.Scheduling.Solving;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Asks the rules of the host with items and slots.</summary>
internal sealed class HostRules : IHostRules
{
    private const long MostCost = 1_000_000_000_000;

    private readonly PlanningProblem _problem;
    private readonly PlacementRule[] _single;
    private readonly PlacementRule[] _pairs;
    private readonly PlacementRule[] _soft;
    private readonly PlacementRule[] _softPairs;

    private HostRules(PlanningProblem problem)
    {
        _problem = problem;
        _single = [.. problem.Draft.Rules.Where(rule => rule.IsHard && !rule.IsOnPairs)];
        _pairs = [.. problem.Draft.Rules.Where(rule => rule.IsHard && rule.IsOnPairs)];
        _soft = [.. problem.Draft.Rules.Where(rule => !rule.IsHard && !rule.IsOnPairs)];
        _softPairs = [.. problem.Draft.Rules.Where(rule => !rule.IsHard && rule.IsOnPairs)];
    }

    public static HostRules? Of(PlanningProblem problem) => problem.Draft.Rules.Count == 0 ? null : new HostRules(problem);

    public bool Allows(int task, int start, int[] starts) => Forbidding(task, start, starts) is null;

    public long CostAt(int task, int start, int[] starts)
    {
        if (_soft.Length + _softPairs.Length == 0)
        {
            return 0;
        }

        return _soft.Sum(rule => CostOf(rule, task, start)) + _softPairs.Sum(rule => CostOf(rule, task, start, starts));
    }

    /// <summary>The first rule that forbids a start; null when none does.</summary>
    public PlacementRule? Forbidding(int task, int start, int[] starts)
    {
        var slot = SlotOf(task, start);
        return Array.Find(_single, rule => !rule.Allows(_problem.Items[task], slot))
            ?? Array.Find(_pairs, rule => !AllowsAll(rule, task, start, starts));
    }

    public long CostOf(PlacementRule rule, int task, int start) => Checked(rule, rule.CostOf(_problem.Items[task], SlotOf(task, start)));

    /// <summary>What a task costs together with every other that is placed.</summary>
    public long CostOf(PlacementRule rule, int task, int start, int[] starts)
    {
        var cost = 0L;
        for (var other = 0; rule.IsOnPairs && other < starts.Length; other++)
        {
            if (other != task && starts[other] != Timetable.Nowhere)
            {
                var ((first, firstStart), (second, secondStart)) = InOrder(task, start, other, starts[other]);
                cost += Checked(rule, rule.CostTogether(_problem.Items[first], SlotOf(first, firstStart), _problem.Items[second], SlotOf(second, secondStart)));
            }
        }

        return cost;
    }

    public bool AllowsAll(PlacementRule rule, int task, int start, int[] starts)
    {
        for (var other = 0; other < starts.Length; other++)
        {
            if (other != task && starts[other] != Timetable.Nowhere && !AllowsPair(rule, task, start, other, starts[other]))
            {
                return false;
            }
        }

        return true;
    }

    private static ((int Task, int Start) First, (int Task, int Start) Second) InOrder(int task, int start, int other, int otherStart) =>
        task < other ? ((task, start), (other, otherStart)) : ((other, otherStart), (task, start));

    private static long Checked(PlacementRule rule, long cost) => cost is >= 0 and < MostCost
        ? cost
        : throw new InvalidOperationException(FormattableString.Invariant($"The rule '{rule.Name}' costs {cost}; a cost is zero or more, and below {MostCost}."));

    private bool AllowsPair(PlacementRule rule, int task, int start, int other, int otherStart)
    {
        var ((first, firstStart), (second, secondStart)) = InOrder(task, start, other, otherStart);
        return rule.AllowsTogether(_problem.Items[first], SlotOf(first, firstStart), _problem.Items[second], SlotOf(second, secondStart));
    }

    private Calendars.Slot SlotOf(int task, int start) => _problem.Grid.ToSlot(start, _problem.Compiled.Compact.Tasks[task].Length);
}
