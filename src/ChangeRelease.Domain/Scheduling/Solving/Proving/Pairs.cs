namespace ChangeRelease.Domain.Scheduling.Solving.Proving;

/// <summary>Pairs of tasks that cannot use a resource at the same time: one of them goes first.</summary>
/// <remarks>
/// Two uses that are too much together keep the distance of the two starts out of an interval. Intervals of one pair that overlap are one choice.
/// </remarks>
internal sealed class Pairs
{
    private const int MostLooked = 2_000_000;
    private const int MostChoices = 100_000;

    private readonly List<Apart> _sides = [];

    public Pairs(CompactProblem problem, Load[] loads)
    {
        var forbidden = Find(problem, loads).OrderBy(pair => pair.One).ThenBy(pair => pair.Other).ThenBy(pair => pair.After).ToList();
        foreach (var next in forbidden)
        {
            if (_sides.Count > 0 && _sides[^1] is var last && last.One == next.One && last.Other == next.Other && next.After < last.Before)
            {
                _sides[^1] = last with { Before = Math.Max(last.Before, next.Before) };
            }
            else if (_sides.Count < MostChoices)
            {
                _sides.Add(next);
            }
        }
    }

    public IReadOnlyList<Apart> All => _sides;

    /// <summary>The distances of both sides of every choice.</summary>
    /// <param name="first">The number of the first choice.</param>
    public IEnumerable<Arc> Arcs(int first)
    {
        for (var index = 0; index < _sides.Count; index++)
        {
            var (choice, view) = (_sides[index], (first + index) << 1);
            yield return new Arc(choice.One << 1, choice.Other << 1, choice.Before, new Bound(view, 1));
            yield return new Arc(choice.Other << 1, choice.One << 1, -choice.After, new Bound(view ^ 1, 0));
        }
    }

    private static IEnumerable<Apart> Find(CompactProblem problem, Load[] loads)
    {
        var looked = 0;
        foreach (var group in loads.GroupBy(load => load.Resource).Where(group => problem.Resources[group.Key].Edges is null))
        {
            var (uses, capacity) = (group.ToArray(), problem.Resources[group.Key].Capacity);
            for (var one = 0; one < uses.Length; one++)
            {
                for (var other = one + 1; other < uses.Length && (long)uses[one].Amount + uses[other].Amount > capacity; other++)
                {
                    if (++looked > MostLooked)
                    {
                        yield break;
                    }

                    if (uses[one].Task != uses[other].Task)
                    {
                        yield return Of(uses[one], uses[other]);
                    }
                }
            }
        }
    }

    private static Apart Of(Load one, Load other) => one.Task < other.Task
        ? new Apart(one.Task, other.Task, one.From - other.Until, one.Until - other.From)
        : Of(other, one);
}
