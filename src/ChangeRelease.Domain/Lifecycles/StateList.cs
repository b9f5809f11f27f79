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

    public IEnumerator<State> GetEnumerator() => _states.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
