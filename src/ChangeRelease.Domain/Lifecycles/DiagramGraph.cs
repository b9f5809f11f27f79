using System.Globalization;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>What is drawn, whatever the format: nodes by name, arrows with their lines, and what is marked.</summary>
internal sealed class DiagramGraph
{
    private const int MostNumbers = 4;

    private readonly LifecycleDescription _lifecycle;
    private readonly Drawing _drawing;
    private readonly Dictionary<(State State, LifecycleRef? Exit), string> _nodes = [];
    private readonly HashSet<(State State, LifecycleRef? Exit)> _visited = [];
    private readonly HashSet<(State State, LifecycleRef? Exit)> _next = [];
    private readonly Dictionary<PathStep, List<int>> _taken = [];
    private readonly HashSet<Trigger> _available;

    public DiagramGraph(LifecycleDescription lifecycle, Drawing drawing)
    {
        (_lifecycle, _drawing, _available) = (lifecycle, drawing, [.. drawing.Available ?? []]);
        Walk();
        var ends = lifecycle.Ends.ToHashSet();
        Phases = Number('s', lifecycle.States.Select(state => (state, (LifecycleRef?)null))).GroupBy(known => known.State.Phase, known => Node(known, ends.Contains(known.State))).ToValueList();
        var exits = Number('x', Outcomes.Where(outcome => outcome.Exit is not null).Select(outcome => (outcome.To, outcome.Exit)));
        Arrows = lifecycle.Transitions.SelectMany(row => row.Outcomes, Arrow).ToValueList();
        Exits = exits.Select(known => Node(known, isEnd: false)).ToValueList();
        (Start, Ends) = (NodeOf(lifecycle.Start, null), lifecycle.Ends.Select(end => NodeOf(end, null)).ToValueList());
    }

    public string Id => _lifecycle.Id;

    public ValueList<IGrouping<Phase, DiagramNode>> Phases { get; }

    public ValueList<DiagramNode> Exits { get; }

    public string Start { get; }

    public ValueList<string> Ends { get; }

    /// <summary>The arrows, with those in one that stay in the same state and look alike: many loops on one node cannot be told apart.</summary>
    /// <param name="looks">What an arrow looks like in the format.</param>
    public IEnumerable<DiagramArrow> Joined(Func<DiagramMarks, DiagramMarks> looks) => Arrows
        .Select((arrow, at) => (Arrow: arrow, Key: arrow.IsLoop ? (arrow.From, looks(arrow.Marks), -1) : (arrow.From, looks(arrow.Marks), at)))
        .GroupBy(known => known.Key, known => known.Arrow)
        .Select(alike => alike.First() with { Acts = alike.SelectMany(arrow => arrow.Acts).ToValueList() });

    private ValueList<DiagramArrow> Arrows { get; }

    private IEnumerable<Outcome> Outcomes => _lifecycle.Transitions.SelectMany(row => row.Outcomes);

    private void Walk()
    {
        foreach (var (step, number) in _drawing.Path.Select((step, at) => (step, at + 1)))
        {
            if (!_taken.TryGetValue(step, out var numbers))
            {
                _taken.Add(step, numbers = []);
            }

            numbers.Add(number);
            _visited.Add((step.From, null));
            _visited.Add((step.To, step.Exit));
        }

        _visited.UnionWith(_drawing.Visited.Select(state => (state, (LifecycleRef?)null)));
        _next.UnionWith(_lifecycle.Transitions.Where(IsAvailable).SelectMany(row => row.Outcomes, (_, outcome) => (outcome.To, outcome.Exit)));
    }

    // Told apart by what they are, not by how they read: two exits may share a text, and stay two.
    private List<(State State, LifecycleRef? Exit)> Number(char kind, IEnumerable<(State State, LifecycleRef? Exit)> named)
    {
        var distinct = named.Distinct().ToList();
        for (var at = 0; at < distinct.Count; at++)
        {
            _nodes.Add(distinct[at], string.Create(CultureInfo.InvariantCulture, $"{kind}{at}"));
        }

        return distinct;
    }

    private DiagramNode Node((State State, LifecycleRef? Exit) known, bool isEnd) => new(
        _nodes[known],
        known.Exit is { } exit ? $"{known.State} in {exit.Id}" : known.State.Name,
        isEnd,
        IsCurrent: known.Exit is null && known.State == _drawing.Current,
        _visited.Contains(known),
        _next.Contains(known));

    private string NodeOf(State state, LifecycleRef? exit) => _nodes.TryGetValue((state, exit), out var node)
        ? node
        : throw new ArgumentException($"The lifecycle {_lifecycle.Id} does not list its state {state}.");

    private DiagramArrow Arrow(Transition row, Outcome outcome)
    {
        var taken = _taken.GetValueOrDefault(new PathStep(row.From, row.Trigger, outcome.To, outcome.Exit), []);
        var isAvailable = IsAvailable(row);
        var isUnavailable = !isAvailable && _drawing.Available is not null && row.From == _drawing.Current;
        var act = $"{(isAvailable ? "✓ " : string.Empty)}{Numbers(taken)}{row.Trigger}{(outcome.Case is null ? string.Empty : $" [{outcome.Case}]")}";
        var needs = _drawing.ShowsRequirements ? row.Requirements.Select(need => need.ToString()).ToValueList() : [];
        return new DiagramArrow(
            NodeOf(row.From, null), NodeOf(outcome.To, outcome.Exit), [new DiagramAct(act, needs)], new DiagramMarks(taken.Count > 0, isAvailable, isUnavailable), row.IsSideDoor);
    }

    private bool IsAvailable(Transition row) => row.From == _drawing.Current && _available.Contains(row.Trigger);

    private static string Numbers(List<int> taken) => taken.Count switch
    {
        0 => string.Empty,
        <= MostNumbers => $"{string.Join(", ", taken)} ▸ ",
        _ => $"{string.Join(", ", taken.Take(MostNumbers - 1))} … {taken[^1]} ▸ ",
    };
}
