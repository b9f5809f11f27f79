using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling.Solving;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>A plan: where items are, which are left out and why, what it costs, and how far from best it can be (S-54).</summary>
/// <remarks>It is immutable; reasons are worked out when they are asked for.</remarks>
public sealed class Plan
{
    private readonly int[] _starts;
    private readonly Lazy<ValueList<Leftover>> _leftovers;
    private readonly Lazy<PlanReasons> _reasons;

    internal Plan(PlanningProblem problem, PreviousStarts? previous, SolverOutcome outcome, long seed, long schedules)
    {
        (Problem, _starts, Seed, Schedules) = (problem, outcome.Starts, seed, schedules);
        Items = problem.Items.Select((item, index) => PlannedAt(item, index)).OfType<PlannedItem>().ToValueList();
        Score = PlanScoring.Of(problem, _starts, previous);
        Gap = new PlanGap(Score, outcome.Bound.Hard, outcome.Bound.Soft);
        _reasons = new Lazy<PlanReasons>(() => new PlanReasons(problem, previous, _starts));
        _leftovers = new Lazy<ValueList<Leftover>>(() => LeftOut().Select(index => new Leftover(problem.Items[index], _reasons.Value.Of(index, null))).ToValueList());
    }

    /// <summary>What was to be planned.</summary>
    public PlanningProblem Problem { get; }

    /// <summary>The items that are planned, in the order of ids.</summary>
    public ValueList<PlannedItem> Items { get; }

    /// <summary>The items that are left out, in the order of ids, each with what is in its way.</summary>
    public ValueList<Leftover> Leftovers => _leftovers.Value;

    /// <summary>What it costs.</summary>
    public PlanScore Score { get; }

    /// <summary>How far it is from what no plan can be better than.</summary>
    public PlanGap Gap { get; }

    /// <summary>Whether nothing is left out.</summary>
    public bool IsComplete => Items.Count == Problem.Items.Count;

    /// <summary>Whether it is proved that no plan is better.</summary>
    public bool IsOptimal => Gap.IsClosed;

    /// <summary>Whether it is proved that no plan leaves nothing out.</summary>
    public bool IsInfeasible => Gap.HardBound > 0;

    /// <summary>The seed that it was looked for with.</summary>
    public long Seed { get; }

    /// <summary>How many schedules were tried.</summary>
    public long Schedules { get; }

    /// <summary>Where an item is.</summary>
    /// <param name="id">The item.</param>
    /// <returns>The item with its slot; null when it is left out, or not part of the problem.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    public PlannedItem? Find(WorkItemId id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Problem.Compiled.IndexOf(id) is { } index ? PlannedAt(Problem.Items[index], index) : null;
    }

    /// <summary>Why an item does not start earlier, stretch by stretch.</summary>
    /// <param name="id">The item.</param>
    /// <returns>What is in the way from the earliest start that it asks for to the one it has; of an item that is left out, all that is in its way. At most <see cref="PlanObstacle.MostTold"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no such item.</exception>
    public ValueList<PlanObstacle> WhyNotEarlier(WorkItemId id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var index = Problem.Compiled.IndexOf(id) ?? throw new ArgumentException($"The problem has no item '{id}'.", nameof(id));
        return _reasons.Value.Of(index, _starts[index] == Timetable.Nowhere ? null : _starts[index]);
    }

    /// <summary>How another plan differs from this one.</summary>
    /// <param name="after">The other plan.</param>
    /// <returns>The difference.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="after"/> is null.</exception>
    public PlanDifference Compare(Plan after)
    {
        ArgumentNullException.ThrowIfNull(after);
        return PlanDifference.Between(this, after);
    }

    /// <summary>How much is planned, and the score.</summary>
    /// <returns>For example <c>12 of 13 planned, hard 1, soft 380: tardiness 3 h; gap none: no plan is better</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"{Items.Count} of {Problem.Items.Count} planned, {Score}; gap {Gap}");

    private IEnumerable<int> LeftOut() => Enumerable.Range(0, _starts.Length).Where(index => _starts[index] == Timetable.Nowhere);

    private PlannedItem? PlannedAt(WorkItem item, int index)
    {
        if (_starts[index] == Timetable.Nowhere)
        {
            return null;
        }

        var (grid, parts) = (Problem.Grid, new PartLengths(item.Effort, Problem.Grid));
        return new PlannedItem(item, grid.ToSlot(_starts[index], parts.Total), grid.ToSlot(_starts[index] + parts.Preparation, parts.Work));
    }
}
