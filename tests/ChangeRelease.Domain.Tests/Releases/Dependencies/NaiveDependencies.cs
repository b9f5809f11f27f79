using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;

namespace ChangeRelease.Domain.Tests.Releases.Dependencies;

/// <summary>Dependencies once more: all distances by Floyd and Warshall, all meetings of versions by trying every pair.</summary>
internal sealed class NaiveDependencies
{
    private const int Never = 1_000;

    private readonly List<ReleaseId> _ids;
    private readonly Dictionary<(ReleaseId, ReleaseId), int> _distance = [];

    public NaiveDependencies(IEnumerable<DependentRelease> releases, IReadOnlyCollection<ReleaseId> released)
    {
        var planned = releases.Where(release => !released.Contains(release.Id)).ToDictionary(release => release.Id);
        Planned = [.. planned.Keys.Order()];
        _ids = [.. planned.Keys.Concat(planned.Values.SelectMany(release => release.After)).Where(id => !released.Contains(id)).Distinct().Order()];
        foreach (var (from, to) in _ids.SelectMany(from => _ids.Select(to => (from, to))))
        {
            _distance[(from, to)] = planned.TryGetValue(from, out var release) && release.After.Contains(to) ? 1 : Never;
        }

        foreach (var (by, from, to) in _ids.SelectMany(by => _ids.SelectMany(from => _ids.Select(to => (by, from, to)))))
        {
            _distance[(from, to)] = Math.Min(_distance[(from, to)], _distance[(from, by)] + _distance[(by, to)]);
        }
    }

    public List<ReleaseId> Planned { get; }

    public IEnumerable<ReleaseId> Missing => _ids.Except(Planned);

    public int Distance(ReleaseId from, ReleaseId to) => _distance[(from, to)];

    public bool Reaches(ReleaseId from, ReleaseId to) => _distance[(from, to)] < Never;

    public IEnumerable<ReleaseId> ReachedFrom(ReleaseId from) => _ids.Where(to => to != from && Reaches(from, to));

    /// <summary>The lowest id of each group that goes around.</summary>
    public IEnumerable<ReleaseId> Circles => _ids.Where(id => Reaches(id, id) && !_ids.Any(lower => lower.CompareTo(id) < 0 && Reaches(id, lower) && Reaches(lower, id)));

    /// <summary>Again and again the lowest id that waits for nothing that is not placed.</summary>
    public List<ReleaseId> Order()
    {
        var order = new List<ReleaseId>();
        while (Planned.Find(id => !order.Contains(id) && _ids.Where(to => _distance[(id, to)] == 1).All(order.Contains)) is { } next)
        {
            order.Add(next);
        }

        return order;
    }

    /// <summary>Everything that is wrong with a set of versions that run beside each other.</summary>
    public static IEnumerable<string> Wrong(IReadOnlyList<ServiceVersion> running, ReleaseDependencies rules)
    {
        foreach (var one in running)
        {
            foreach (var need in rules.Needs.Where(need => need.Service == one.Service && need.Versions.Contains(one.Version)))
            {
                if (running.All(other => other.Service != need.On))
                {
                    yield return $"{one} lacks {need.On}";
                }

                foreach (var other in running.Where(other => other.Service == need.On && other != one && !need.Range.Contains(other.Version)))
                {
                    yield return $"{one} with {other} by {need}";
                }
            }

            foreach (var limit in rules.Limits)
            {
                foreach (var other in running.Where(other => limit.One == one.Service && limit.Other == other.Service && IsTooFar(one.Version, other.Version, limit.Minors)))
                {
                    yield return $"{one} far from {other} by {limit}";
                }
            }
        }
    }

    private static bool IsTooFar(SemanticVersion one, SemanticVersion other, int minors) =>
        one.Major != other.Major || System.Numerics.BigInteger.Abs(one.Minor - other.Minor) > minors;
}
