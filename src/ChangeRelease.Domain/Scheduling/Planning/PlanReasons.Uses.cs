using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling.Solving;

namespace ChangeRelease.Domain.Scheduling;

/// <content>What others take that an item needs.</content>
internal sealed partial class PlanReasons
{
    private sealed partial class Search
    {
        private Block? OfUses(int start)
        {
            foreach (var demand in _item.Demands)
            {
                var (from, until) = _parts.Of(demand.During);
                if (from < until && OfHours(demand, from, until, start) is { } away)
                {
                    return away;
                }
            }

            foreach (var use in _task.Uses)
            {
                if (OfCapacity(use, start) is { } busy)
                {
                    return busy;
                }
            }

            return null;
        }

        private Block? OfHours(Demand demand, int from, int until, int start)
        {
            var resource = _of._draft.Resources.First(one => one.Id == demand.Resource);
            foreach (var times in resource.Times)
            {
                if (Missing(_of._domains.StartsIn(times, from, until), start) is { } next)
                {
                    return new Block(PlanObstacleKind.ResourceAway, next, resource.Id.ToString(), [], $"{resource.Id} is not there, outside of {times.Name}{Until(next)}.");
                }
            }

            foreach (var closure in _of._draft.Closures.Where(closure => closure.IsAbout(resource)))
            {
                if (Missing(_of._domains.StartsBeside(closure, from, until), start) is { } next)
                {
                    return new Block(PlanObstacleKind.ResourceAway, next, resource.Id.ToString(), [], $"{resource.Id} is not there: {closure.Name} {closure.Span}.");
                }
            }

            return null;
        }

        private Block? OfCapacity(CompactUse use, int start)
        {
            var resource = _of._compact.Resources[use.Resource];
            var (from, until) = Timetable.RangeOf(resource, use, start);
            var clear = ProfileOf(use).LastAbove(resource.Capacity - use.Amount, from, until);
            if (resource.Capacity >= use.Amount && clear == int.MinValue)
            {
                return null;
            }

            var next = clear is int.MinValue or int.MaxValue || clear > resource.Edges?.Length ? int.MaxValue : (resource.Edges is { } edges ? edges[clear - 1] : clear) - use.From;
            var meeting = _of._users[use.Resource].Where(other => other != _index && _of._compact.Tasks[other].Uses.Any(taken => taken.Resource == use.Resource && Meets(Timetable.RangeOf(resource, taken, _of._starts[other]), (from, until))))
                .Select(other => _of._problem.Items[other].Id).ToValueList();
            return Named(use.Resource, next, meeting);
        }

        /// <summary>What the others take of a resource.</summary>
        private Profile ProfileOf(CompactUse use)
        {
            if (!_profiles.TryGetValue(use, out var profile))
            {
                _profiles[use] = profile = new Profile();
                foreach (var other in _of._users[use.Resource].Where(other => other != _index))
                {
                    foreach (var taken in _of._compact.Tasks[other].Uses.Where(one => one.Resource == use.Resource))
                    {
                        var (from, until) = Timetable.RangeOf(_of._compact.Resources[use.Resource], taken, _of._starts[other]);
                        profile.Add(from, until, taken.Amount);
                    }
                }
            }

            return profile;
        }

        private static bool Meets((int From, int Until) one, (int From, int Until) other) => one.From < other.Until && other.From < one.Until;

        private Block Named(int resource, int next, ValueList<WorkItemId> items)
        {
            var (resources, exclusions) = (_of._draft.Resources.Count, _of._draft.Exclusions.Count);
            var with = items.Count > 0 ? $" with {string.Join(", ", items)}" : string.Empty;
            if (resource < resources)
            {
                var id = _of._draft.Resources[resource].Id.ToString();
                return new Block(PlanObstacleKind.ResourceBusy, next, id, items, $"{id} is busy{with}{Until(next)}.");
            }

            if (resource < resources + exclusions)
            {
                var exclusion = _of._draft.Exclusions[resource - resources];
                return new Block(PlanObstacleKind.Excluded, next, exclusion.Name, items, $"Excluded by {exclusion.Name}{with}{Until(next)}.");
            }

            var limit = _of._draft.Limits[resource - resources - exclusions];
            return new Block(PlanObstacleKind.LimitReached, next, limit.Name, items, $"The limit {limit.Name} is reached{with}{Until(next)}.");
        }
    }
}
