namespace ChangeRelease.Domain.Lifecycles;

/// <summary>Looks at nodes in the order of their distance, each once, and remembers how it got there.</summary>
internal sealed class Search<TNode, TMove>
    where TNode : struct, IEquatable<TNode>
{
    private readonly Dictionary<TNode, int> _numbers = [];
    private readonly List<(TNode Node, int Before, TMove Move)> _found = [];
    private int _next;

    /// <summary>How many nodes were found.</summary>
    public int Count => _found.Count;

    /// <summary>A node, by the order in which it was found.</summary>
    public TNode this[int number] => _found[number].Node;

    /// <summary>Begins at a node.</summary>
    public void Begin(TNode node) => Add(node, -1, default!);

    /// <summary>Finds a node by a move from the one that was looked at last.</summary>
    /// <returns>Its number, whether or not it was known.</returns>
    public int Find(TNode node, TMove move) => Add(node, _next - 1, move);

    /// <summary>The number of a node that was found; null for another.</summary>
    public int? NumberOf(TNode node) => _numbers.TryGetValue(node, out var number) ? number : null;

    /// <summary>Looks at the next node.</summary>
    public bool TryNext(out TNode node)
    {
        var more = _next < _found.Count;
        node = more ? _found[_next++].Node : default;
        return more;
    }

    /// <summary>A shortest way to the node that is looked at.</summary>
    public List<TMove> MovesToPresent() => MovesTo(_next - 1);

    /// <summary>A shortest way to a node.</summary>
    public List<TMove> MovesTo(int number)
    {
        var moves = new List<TMove>();
        for (var at = _found[number]; at.Before >= 0; at = _found[at.Before])
        {
            moves.Add(at.Move);
        }

        moves.Reverse();
        return moves;
    }

    private int Add(TNode node, int before, TMove move)
    {
        if (_numbers.TryAdd(node, _found.Count))
        {
            _found.Add((node, before, move));
        }

        return _numbers[node];
    }
}
