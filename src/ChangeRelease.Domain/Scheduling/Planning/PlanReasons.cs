using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling.Solving;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Tells, stretch by stretch, what is in the way of an item, with the others where a plan has them.</summary>
internal sealed partial class PlanReasons
{
    private const int MostFree = 20_000;

    private readonly PlanningProblem _problem;
    private readonly PreviousStarts? _previous;
    private readonly CompactProblem _compact;
    private readonly int[] _starts;
    private readonly PlanningGrid _grid;
    private readonly PlanningDraft _draft;
    private readonly StartDomains _domains;
    private readonly HostRules? _rules;
    private readonly ILookup<int, int> _users;
    private readonly ILookup<WorkItemId, Precedence> _precedences;
    private readonly ILookup<int, CompactLag> _lags;

    public PlanReasons(PlanningProblem problem, PreviousStarts? previous, int[] starts)
    {
        (_problem, _previous, _starts, _grid, _draft) = (problem, previous, starts, problem.Grid, problem.Draft);
        _compact = previous?.Compact ?? problem.Compiled.Compact;
        _domains = new StartDomains(_draft, _grid);
        _rules = HostRules.Of(problem);
        _users = _compact.Tasks.SelectMany((task, index) => task.Uses.Select(use => (use.Resource, index))).Where(pair => starts[pair.index] != Timetable.Nowhere)
            .ToLookup(pair => pair.Resource, pair => pair.index);
        _lags = _compact.Lags.SelectMany(lag => (IEnumerable<(int, CompactLag)>)[(lag.From, lag), (lag.To, lag)]).ToLookup(pair => pair.Item1, pair => pair.Item2);
        _precedences = _draft.Precedences.SelectMany(it => (IEnumerable<(WorkItemId, Precedence)>)[(it.First, it), (it.Second, it)]).ToLookup(pair => pair.Item1, pair => pair.Item2);
    }

    /// <summary>Everything that is in the way of an item before a start, or at all.</summary>
    public ValueList<PlanObstacle> Of(int index, int? before)
    {
        var search = new Search(this, index);
        return search.Run(before).Take(PlanObstacle.MostTold).ToValueList();
    }

    /// <summary>What is in the way from some start up to the next that it leaves.</summary>
    private readonly record struct Block(PlanObstacleKind Kind, int Next, string Name, ValueList<WorkItemId> Items, string Sentence);
}
