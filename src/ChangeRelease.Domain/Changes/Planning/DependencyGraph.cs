using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>What a change depends on, as far as it is known: who is reached, who is not known, and who waits for whom in a circle.</summary>
internal sealed class DependencyGraph
{
    private readonly ChangeId _self;
    private readonly ValueList<ChangeId> _direct;
    private readonly Dictionary<ChangeId, DependencyStanding> _known = [];

    public DependencyGraph(ChangeId self, IEnumerable<ChangeId> direct, IEnumerable<DependencyStanding>? known)
    {
        (_self, _direct) = (self, direct.Where(id => id != self).Distinct().ToValueList());
        foreach (var standing in known ?? [])
        {
            _known.TryAdd(standing.Id, standing);
        }
    }

    /// <summary>What it depends on itself, without the change itself.</summary>
    public ValueList<ChangeId> Direct => _direct;

    public DependencyStanding? Find(ChangeId id) => _known.GetValueOrDefault(id);

    /// <summary>Those that are reached, by others or at once, and of which nothing is known; nothing is known of whom they depend on either.</summary>
    public ValueList<ChangeId> Unknown()
    {
        var (reached, open) = (new HashSet<ChangeId> { _self }, new Queue<ChangeId>(_direct));
        var unknown = new List<ChangeId>();
        while (open.TryDequeue(out var id))
        {
            if (!reached.Add(id))
            {
                continue;
            }

            if (Find(id) is { } standing)
            {
                standing.DependsOn.ToList().ForEach(open.Enqueue);
            }
            else
            {
                unknown.Add(id);
            }
        }

        return unknown.ToValueList();
    }

    /// <summary>Some circle that is reached, from one change back to the same one; null when there is none.</summary>
    /// <param name="isWaiting">Whether only those count that are still to be made: nobody waits for the others.</param>
    public ValueList<ChangeId>? Circle(bool isWaiting = false)
    {
        // Depth first without recursion: whoever is on the way already closes a circle.
        var way = new List<(ChangeId Id, int Next)> { (_self, 0) };
        var (open, closed) = (new HashSet<ChangeId> { _self }, new HashSet<ChangeId>());
        while (way is [.., var (at, next)])
        {
            var others = Edges(at, isWaiting);
            if (next == others.Count)
            {
                way.RemoveAt(way.Count - 1);
                open.Remove(at);
                closed.Add(at);
                continue;
            }

            way[^1] = (at, next + 1);
            if (open.Contains(others[next]))
            {
                return way.Select(step => step.Id).SkipWhile(id => id != others[next]).Append(others[next]).ToValueList();
            }

            if (!closed.Contains(others[next]))
            {
                open.Add(others[next]);
                way.Add((others[next], 0));
            }
        }

        return null;
    }

    private ValueList<ChangeId> Edges(ChangeId id, bool isWaiting) =>
        id == _self ? _direct
        : Find(id) is { } standing && !(isWaiting && standing.IsMade) ? standing.DependsOn
        : [];
}
