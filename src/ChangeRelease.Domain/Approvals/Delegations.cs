using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Approvals;

/// <summary>Who may vote for whom, directly or along a chain, at one instant (S-22).</summary>
internal sealed class Delegations
{
    private readonly ILookup<ActorId, ActorId> _to;
    private readonly ILookup<ActorId, ActorId> _from;

    public Delegations(IEnumerable<Delegation> delegations, Instant at)
    {
        var holding = delegations.Where(delegation => delegation.HoldsAt(at)).OrderBy(delegation => delegation.To).ThenBy(delegation => delegation.From).ToList();
        (_to, _from) = (holding.ToLookup(one => one.From, one => one.To), holding.ToLookup(one => one.To, one => one.From));
    }

    /// <summary>The shortest chain from whose voice it is to who uses it, both included; null when there is none.</summary>
    public ValueList<ActorId>? Chain(ActorId seat, ActorId voter) => seat == voter ? [seat] : Path(seat, voter);

    /// <summary>A cycle among the delegations that a voice may pass along, its first person repeated at its end; null when there is none.</summary>
    public ValueList<ActorId>? Cycle(ActorId seat) => Reached(seat, _to).Select(person => Path(person, person)).FirstOrDefault(path => path is not null);

    /// <summary>Everyone who may vote for a person, the person not included unless by a cycle.</summary>
    public IEnumerable<ActorId> DelegatesOf(ActorId person) => Reached(person, _to).Skip(1);

    /// <summary>Everyone whose voice a person may use, their own first.</summary>
    public IEnumerable<ActorId> SeatsOf(ActorId voter) => Reached(voter, _from);

    private ValueList<ActorId>? Path(ActorId from, ActorId to)
    {
        var before = new Dictionary<ActorId, ActorId>();
        var queue = new Queue<ActorId>([from]);
        while (queue.TryDequeue(out var person))
        {
            foreach (var next in _to[person].Where(next => before.TryAdd(next, person)))
            {
                if (next == to)
                {
                    return Walk(before, from, to);
                }

                queue.Enqueue(next);
            }
        }

        return null;
    }

    private static ValueList<ActorId> Walk(Dictionary<ActorId, ActorId> before, ActorId from, ActorId to)
    {
        List<ActorId> path = [to];
        do
        {
            path.Add(before[path[^1]]);
        }
        while (path[^1] != from);

        path.Reverse();
        return path.ToValueList();
    }

    private static List<ActorId> Reached(ActorId start, ILookup<ActorId, ActorId> ways)
    {
        var known = new HashSet<ActorId> { start };
        List<ActorId> reached = [start];
        for (var place = 0; place < reached.Count; place++)
        {
            reached.AddRange(ways[reached[place]].Where(known.Add));
        }

        return reached;
    }
}
