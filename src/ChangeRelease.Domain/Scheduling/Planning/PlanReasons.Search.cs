using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling.Solving;
using NodaTime;

namespace ChangeRelease.Domain.Scheduling;

/// <content>The reasons of one item.</content>
internal sealed partial class PlanReasons
{
    private sealed partial class Search
    {
        private readonly PlanReasons _of;
        private readonly WorkItem _item;
        private readonly int _index;
        private readonly PartLengths _parts;
        private readonly CompactTask _task;
        private readonly int _last;
        private readonly List<Closure> _closures;
        private readonly Dictionary<CompactUse, Profile> _profiles = [];

        public Search(PlanReasons of, int index)
        {
            (_of, _index, _item, _task) = (of, index, of._problem.Items[index], of._compact.Tasks[index]);
            _parts = new PartLengths(_item.Effort, of._grid);
            _last = of._grid.Count - _parts.Total;
            _closures = of._draft.Closures.Where(closure => closure.IsAbout(_item)).ToList();
        }

        public IEnumerable<PlanObstacle> Run(int? before)
        {
            var start = _item.NotBefore is { } notBefore ? Math.Max(0, _of._grid.AtOrAfter(notBefore)) : 0;
            if (Whole() is { } whole && before is null)
            {
                yield return whole;
                yield break;
            }

            var until = before ?? (_last + 1);
            while (start < until)
            {
                var block = At(start) ?? Free(start, until);
                var next = Math.Min(Math.Max(block.Next, start + 1), until);
                foreach (var obstacle in Told(block, start, next))
                {
                    yield return obstacle;
                }

                start = next;
            }
        }

        private PlanObstacle? Whole()
        {
            var span = _of._draft.Horizon;
            if (_parts.Total > _of._grid.Count)
            {
                return new PlanObstacle(PlanObstacleKind.TooLong, span, string.Empty, [], $"It takes {_item.Effort}, which is longer than the horizon.");
            }

            if (_item.NotBefore is { } first && _of._grid.AtOrAfter(first) > _last)
            {
                return new PlanObstacle(PlanObstacleKind.TooLate, span, string.Empty, [], $"It may not start before {first.ToText()}, and would end after the horizon.");
            }

            var missing = _of._problem.Compiled.Dependencies[_index].Where(first => _of._starts[first] == Timetable.Nowhere).Select(first => _of._problem.Items[first].Id).ToValueList();
            if (missing.Count > 0)
            {
                return new PlanObstacle(PlanObstacleKind.DependencyLeftOut, span, string.Empty, missing, $"It depends on {string.Join(", ", missing)}, which {(missing.Count > 1 ? "are" : "is")} left out.");
            }

            return _item.Demands.FirstOrDefault(demand => _parts.Of(demand.During) is var (from, until) && from < until && demand.Amount > CapacityOf(demand.Resource)) is { } great
                ? new PlanObstacle(PlanObstacleKind.DemandTooGreat, span, great.Resource.ToString(), [], FormattableString.Invariant($"It takes {great.Amount} of {great.Resource}, of which there is {CapacityOf(great.Resource)}."))
                : null;
        }

        private int CapacityOf(ResourceId id) => _of._draft.Resources.First(resource => resource.Id == id).Capacity;

        private Block? At(int start) => OfBounds(start) ?? OfTimes(start) ?? OfUses(start) ?? OfRules(start);

        private Block? OfBounds(int start)
        {
            if (_item.Fixed is { } moment && (!_of._grid.Begins(moment) || _of._grid.AtOrAfter(moment) != start))
            {
                var place = _of._grid.AtOrAfter(moment);
                return new Block(PlanObstacleKind.Fixed, start < place ? place : int.MaxValue, string.Empty, [], $"Its start is fixed at {moment.ToText()}.");
            }

            if (start > _of._domains.LastWhole(_item, _parts))
            {
                return new Block(PlanObstacleKind.TooLate, int.MaxValue, string.Empty, [], $"It would end after its deadline {_item.Deadline?.ToText()}.");
            }

            return Kept() is not { } kept || start == kept ? OfDependencies(start) : new Block(PlanObstacleKind.Fixed, start < kept ? kept : int.MaxValue, string.Empty, [], "It may not move from where the plan before had it.");
        }

        private int? Kept() => _item.MayMove || _of._previous?.Had[_index] != true ? null : _of._previous.Starts[_index];

        private Block? OfDependencies(int start)
        {
            Block? found = null;
            foreach (var lag in _of._lags[_index])
            {
                if (lag.To == _index && _of._starts[lag.From] is var from && from != Timetable.Nowhere && from + lag.Least > start && from + lag.Least > (found?.Next ?? int.MinValue))
                {
                    found = OfDependency(lag.From, from + lag.Least);
                }
                else if (lag.From == _index && _of._starts[lag.To] is var to && to != Timetable.Nowhere && start + lag.Least > to)
                {
                    return OfDependency(lag.To, int.MaxValue);
                }
            }

            return found;
        }

        private Block OfDependency(int other, int next)
        {
            var id = _of._problem.Items[other].Id;
            var said = string.Join("; ", _of._precedences[_item.Id].Where(it => it.First == id || it.Second == id));
            return new Block(PlanObstacleKind.Dependency, next, string.Empty, [id], $"{said}, and {id} is planned at {SlotOf(other)}.");
        }

        private Slot SlotOf(int task) => _of._grid.ToSlot(_of._starts[task], _of._compact.Tasks[task].Length);

        private Block? OfTimes(int start)
        {
            foreach (var times in _item.Times)
            {
                if (Missing(_of._domains.StartsIn(times, 0, _parts.Total), start) is { } next)
                {
                    return new Block(PlanObstacleKind.Closed, next, times.Name, [], $"Outside of {times.Name}{Until(next)}.");
                }
            }

            foreach (var closure in _closures)
            {
                if (Missing(_of._domains.StartsBeside(closure, 0, _parts.Total), start) is { } next)
                {
                    return new Block(PlanObstacleKind.Closure, next, closure.Name, [], $"Closed by {closure.Name} {closure.Span}.");
                }
            }

            return null;
        }

        private static int? Missing(int[] starts, int start) => Edges.AtOrAfter(starts, start) is var next && next == start ? null : next;

        private string Until(int next) => next <= _last ? $" until {_of._grid.ToInstant(next).ToText()}" : string.Empty;

        private Block? OfRules(int start)
        {
            if (_of._rules?.Forbidding(_index, start, _of._starts) is not { } rule)
            {
                return null;
            }

            var next = start + 1;
            for (var tried = 0; next <= _last && tried < MostFree && ReferenceEquals(_of._rules.Forbidding(_index, next, _of._starts), rule); tried++)
            {
                next++;
            }

            return new Block(PlanObstacleKind.Rule, next, rule.Name, [], $"The rule {rule.Name} does not allow it{Until(next)}.");
        }

        private Block Free(int start, int until)
        {
            var next = start + 1;
            for (var tried = 0; next < until && tried < MostFree && At(next) is null; tried++)
            {
                next++;
            }

            return new Block(PlanObstacleKind.Free, next, string.Empty, [], "Nothing is in the way: something else weighs more, or the search ended before it was tried.");
        }

        private IEnumerable<PlanObstacle> Told(Block block, int start, int next)
        {
            var span = new Slot(_of._grid.ToInstant(start), _of._grid.ToInstant(next));
            return block.Kind == PlanObstacleKind.Closed && _item.Times.FirstOrDefault(times => times.Name == block.Name && times.Calendar is not null) is { } times
                ? OfCalendar(times, block, span)
                : [new PlanObstacle(block.Kind, span, block.Name, block.Items, block.Sentence)];
        }

        private IEnumerable<PlanObstacle> OfCalendar(PlanningTimes times, Block block, Slot span)
        {
            var whole = new Effort(_of._grid.ToDuration(_parts.Preparation), _of._grid.ToDuration(_parts.Work), _of._grid.ToDuration(_parts.BackOut));
            var until = Instant.Min(span.End + whole.Total, _of._draft.Horizon.End);
            var search = times.Calendar!.EarliestSlot(new SlotRequest(times.Question!, whole, span.Start, until));
            var told = search.Obstacles
                .Where(obstacle => obstacle.Span.Intersect(span) is not null)
                .Select(obstacle => new PlanObstacle(
                    obstacle.Kind == ObstacleKind.Frozen ? PlanObstacleKind.Frozen : PlanObstacleKind.Closed, obstacle.Span.Intersect(span)!, times.Name, [], obstacle.Sentence))
                .ToList();
            var rest = SlotSet.Of(span).Subtract(SlotSet.Of(told.Select(obstacle => obstacle.Span)));
            return told.Concat(rest.Select(hole => new PlanObstacle(block.Kind, hole, block.Name, block.Items, block.Sentence))).OrderBy(obstacle => obstacle.Span.Start);
        }
    }
}
