using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>Answers where the rows of one definition lead, whatever their requirements say: an exit ends a path.</summary>
/// <remarks>
/// A row that leads back leads each subject where it came from, and nowhere else; so a path never takes such a row from a state that it did not
/// come through. Who begins in a state with such a row may have come from any of its origins. Every answer is the same for the same table:
/// of several shortest paths, the one whose rows stand first. Reaching and shortest paths cost as much as there are rows; what stands on every
/// path costs rows times the length of a shortest path, 64 of its parts at a time.
/// </remarks>
public sealed class LifecycleGraph
{
    private readonly LifecycleDescription _definition;
    private readonly Ground _ground;

    private LifecycleGraph(LifecycleDescription definition) => (_definition, _ground) = (definition, new Ground([new IndexedTable(definition)]));

    /// <summary>The graph of a definition.</summary>
    /// <param name="definition">The definition.</param>
    /// <returns>The graph; it may be shared by threads.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/> is null.</exception>
    public static LifecycleGraph Of(LifecycleDescription definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return new LifecycleGraph(definition);
    }

    /// <summary>Whether a path leads from one state to another.</summary>
    /// <param name="from">Where it begins.</param>
    /// <param name="to">Where it ends; a state reaches itself.</param>
    /// <returns>True when there is one.</returns>
    /// <exception cref="ArgumentException">The definition does not have one of the states.</exception>
    public bool Reaches(State from, State to) => ShortestPath(from, to) is not null;

    /// <summary>A path with the fewest moves.</summary>
    /// <param name="from">Where it begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <returns>The path; without moves when both are the same state; null when there is none.</returns>
    /// <exception cref="ArgumentException">The definition does not have one of the states.</exception>
    public Trace? ShortestPath(State from, State to) =>
        Arcs(from, to) is { } arcs ? new Trace(from, arcs.Select(step => _ground.Move(step.From, step.Arc)).ToValueList()) : null;

    /// <summary>The states that every life must have been in before it is in a state for the first time.</summary>
    /// <param name="to">The state.</param>
    /// <returns>The states in the order of a shortest path, the first state of lives at their head; none for that state itself, and for one that no life reaches.</returns>
    /// <exception cref="ArgumentException">The definition does not have the state.</exception>
    public ValueList<State> MustPass(State to) => Unavoidable<State>(_definition.Start, to, step => [_ground.StateOf(step.From)]);

    /// <summary>The rows that every life must have taken before it is in a state for the first time.</summary>
    /// <param name="to">The state.</param>
    /// <returns>The rows in the order of a shortest path; none for the first state of lives, and for one that no life reaches.</returns>
    /// <exception cref="ArgumentException">The definition does not have the state.</exception>
    public ValueList<Transition> MustTake(State to) =>
        Unavoidable<IndexedRow>(_definition.Start, to, step => [step.Arc.Row]).Select(row => row.Transition).ToValueList();

    /// <summary>What is asked for between two states: on every path, and move by move on a shortest one.</summary>
    /// <param name="from">Where the paths begin.</param>
    /// <param name="to">Where they end.</param>
    /// <returns>The requirements; null when no path leads there.</returns>
    /// <exception cref="ArgumentException">The definition does not have one of the states.</exception>
    public RequirementsOnTheWay? RequirementsOnTheWay(State from, State to) => ShortestPath(from, to) is { } path
        ? new RequirementsOnTheWay(Unavoidable(from, to, step => step.Arc.Row.Transition.Requirements), path)
        : null;

    private ValueList<T> Unavoidable<T>(State from, State to, Func<(Whereabouts From, Arc Arc), IEnumerable<T>> parts)
        where T : notnull =>
        Arcs(from, to) is { } shortest ? new Unavoidable<T>(shortest, parts).On(_ground, Anywhere(from), to).ToValueList() : [];

    private List<(Whereabouts From, Arc Arc)>? Arcs(State from, State to)
    {
        CheckKnown(to, nameof(to));
        var search = new Search<Whereabouts, (Whereabouts From, Arc Arc)>();
        foreach (var place in Anywhere(from))
        {
            search.Begin(place);
        }

        while (search.TryNext(out var here))
        {
            if (_ground.IsGiven(here) && _ground.StateOf(here) == to)
            {
                return search.MovesToPresent();
            }

            foreach (var arc in _ground.From(here))
            {
                search.Find(arc.To, (here, arc));
            }
        }

        return null;
    }

    private IEnumerable<Whereabouts> Anywhere(State state)
    {
        CheckKnown(state, nameof(state));
        return _ground.Anywhere(state);
    }

    private void CheckKnown(State state, string parameter)
    {
        ArgumentNullException.ThrowIfNull(state, parameter);
        if (!_ground.Anywhere(state).Any())
        {
            throw new ArgumentException($"The definition {_definition.Id} has no state {state} of {state.Phase}.", parameter);
        }
    }
}
