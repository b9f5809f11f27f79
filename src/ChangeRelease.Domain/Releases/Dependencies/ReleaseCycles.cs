using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>The groups of releases that wait for each other (strongly connected, by Tarjan's walk), each with a shortest way around.</summary>
internal sealed class ReleaseCycles
{
    private readonly ReleaseDependencies _dependencies;
    private readonly Dictionary<ReleaseId, (int Number, int Low)> _seen = [];
    private readonly Stack<ReleaseId> _open = new();
    private readonly HashSet<ReleaseId> _isOpen = [];
    private readonly HashSet<ReleaseId> _released;
    private readonly List<ValueList<ReleaseId>> _all = [];

    private ReleaseCycles(ReleaseDependencies dependencies, HashSet<ReleaseId> released) => (_dependencies, _released) = (dependencies, released);

    /// <summary>One cycle for each group, its first release again at its end, in the order of the lowest ids.</summary>
    public IReadOnlyList<ValueList<ReleaseId>> All => _all;

    public int Steps { get; private set; }

    /// <summary>Those that some releases are in, or wait for. What is live is not gone behind: it waits for nothing any more.</summary>
    public static ReleaseCycles From(IEnumerable<DependentRelease> roots, ReleaseDependencies dependencies, HashSet<ReleaseId> released)
    {
        var cycles = new ReleaseCycles(dependencies, released);
        foreach (var release in roots.Where(release => !cycles._seen.ContainsKey(release.Id)))
        {
            cycles.Walk(release);
        }

        cycles._all.Sort((one, other) => one[0].CompareTo(other[0]));
        return cycles;
    }

    // With a stack of its own: a chain of releases may be longer than the stack of a thread is deep.
    private void Walk(DependentRelease root)
    {
        var path = new Stack<(ReleaseId Id, IEnumerator<DependentRelease> Left)>();
        path.Push(Enter(root));
        while (path.TryPeek(out var here))
        {
            if (!here.Left.MoveNext())
            {
                path.Pop();
                Leave(here.Id, path.TryPeek(out var before) ? before.Id : null);
            }
            else if (!_seen.TryGetValue(here.Left.Current.Id, out var next))
            {
                path.Push(Enter(here.Left.Current));
            }
            else if (_isOpen.Contains(here.Left.Current.Id))
            {
                Lower(here.Id, next.Number);
            }
        }
    }

    private (ReleaseId Id, IEnumerator<DependentRelease> Left) Enter(DependentRelease release)
    {
        Steps += 1 + release.After.Count;
        _seen[release.Id] = (_seen.Count, _seen.Count);
        _open.Push(release.Id);
        _isOpen.Add(release.Id);
        return (release.Id, After(release).GetEnumerator());
    }

    private void Leave(ReleaseId id, ReleaseId? before)
    {
        var (number, low) = _seen[id];
        if (before is not null)
        {
            Lower(before, low);
        }

        if (number == low)
        {
            Close(id);
        }
    }

    private void Lower(ReleaseId id, int to)
    {
        if (to < _seen[id].Low)
        {
            _seen[id] = (_seen[id].Number, to);
        }
    }

    private void Close(ReleaseId last)
    {
        var group = new SortedSet<ReleaseId>();
        do
        {
            group.Add(_open.Peek());
            _isOpen.Remove(_open.Peek());
        }
        while (_open.Pop() != last);

        if (group.Count > 1 || _dependencies.Find(last)!.After.Contains(last))
        {
            _all.Add(Around(group));
        }
    }

    /// <summary>The shortest way from the lowest id of a group back to it, breadth first.</summary>
    private ValueList<ReleaseId> Around(SortedSet<ReleaseId> group)
    {
        var start = group.Min!;
        var (from, queue) = (new Dictionary<ReleaseId, ReleaseId>(), new Queue<ReleaseId>([start]));
        while (!from.ContainsKey(start))
        {
            var here = queue.Dequeue();
            Steps += 1 + _dependencies.Find(here)!.After.Count;
            foreach (var next in After(_dependencies.Find(here)!).Where(next => group.Contains(next.Id) && from.TryAdd(next.Id, here)))
            {
                queue.Enqueue(next.Id);
            }
        }

        var way = new List<ReleaseId> { start };
        for (var at = from[start]; at != start; at = from[at])
        {
            way.Add(at);
        }

        way.Add(start);
        way.Reverse();
        return way.ToValueList();
    }

    private IEnumerable<DependentRelease> After(DependentRelease release) =>
        release.After.Where(id => !_released.Contains(id)).Order().Select(_dependencies.Find).OfType<DependentRelease>();
}
