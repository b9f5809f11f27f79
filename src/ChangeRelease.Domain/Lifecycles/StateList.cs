using System.Collections;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>States in the order in which they were named, each once.</summary>
internal sealed class StateList : IReadOnlyCollection<State>
{
    private readonly List<State> _states = [];
    private readonly HashSet<State> _known = [];

    public int Count => _states.Count;

    public void Add(State state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (_known.Add(state))
        {
            _states.Add(state);
        }
    }

    public bool Contains(State state) => _known.Contains(state);

    public void Remove(IReadOnlySet<State> states)
    {
        _known.ExceptWith(states);
        _states.RemoveAll(states.Contains);
    }

    /// <summary>Everything that arrows lead to from some states, those included.</summary>
    public static HashSet<State> Closure(IEnumerable<State> from, ILookup<State, State> next)
    {
        var found = from.ToHashSet();
        var open = new Stack<State>(found);
        while (open.TryPop(out var state))
        {
            foreach (var other in next[state].Where(found.Add))
            {
                open.Push(other);
            }
        }

        return found;
    }

    public IEnumerator<State> GetEnumerator() => _states.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
