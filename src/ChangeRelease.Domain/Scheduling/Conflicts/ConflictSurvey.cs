using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Finds all conflicts of a schedule, rule by rule and key by key, within bounds.</summary>
internal sealed class ConflictSurvey(FixedConflictIndex index, int most)
{
    private readonly List<Conflict> _conflicts = [];
    private readonly ItemBuffer _found = new();
    private long _lookedAt;
    private bool _isCut;

    public ConflictReport Report()
    {
        foreach (var rule in index.Policy.HardFirst)
        {
            Survey(rule);
        }

        return new ConflictReport(
            _conflicts.Take(most).Select(conflict => conflict with { Remedies = ConflictWords.Remedies(conflict) }).ToValueList(), _isCut || _conflicts.Count > most);
    }

    private bool IsEnough => _isCut |= _conflicts.Count > most || _lookedAt > ConflictReport.MostLookedAt;

    private void Survey(ConflictRule rule)
    {
        switch (rule.Kind)
        {
            case ConflictRuleKind.ExclusiveEnvironment:
                foreach (var alone in Keys(ConflictKey.AloneIn))
                {
                    Across(new ConflictLook(rule, alone, alone.Anybody), areSides: true);
                }

                break;
            case ConflictRuleKind.Exclusion:
                Across(new ConflictLook(rule, rule.Key!, rule.OtherKey!), areSides: true);
                break;
            case ConflictRuleKind.RelatedServices:
                foreach (var key in Targets(rule))
                {
                    Related(rule, key);
                }

                break;
            default:
                foreach (var key in Same(rule))
                {
                    Within(new ConflictLook(rule, key, key));
                }

                break;
        }
    }

    private IEnumerable<ConflictKey> Same(ConflictRule rule) => rule.Kind switch
    {
        ConflictRuleKind.SameService => Targets(rule),
        ConflictRuleKind.Limit => [rule.Key!],
        ConflictRuleKind.SamePerson => Keys(ConflictKey.OfPerson),
        _ => Keys(ConflictKey.InEnvironment),
    };

    private IEnumerable<ConflictKey> Targets(ConflictRule rule) =>
        index.Keys.OfType<ConflictKey.OneTarget>().Where(key => rule.About.Matches(key.Of));

    private IEnumerable<ConflictKey.OneName> Keys(string kind) => index.Keys.OfType<ConflictKey.OneName>().Where(key => key.Kind == kind);

    private void Within(ConflictLook look)
    {
        if (IsEnough || index.ListOf(look.Own) is not (>= 0 and var list))
        {
            return;
        }

        if (look.Rule.AtOnce > 1)
        {
            Crowds(look, list);
            return;
        }

        var sink = new FoundPairs(index.Owners, ConflictReport.MostLookedAt - _lookedAt, most + 1 - _conflicts.Count);
        index.Table.SweepPairs(list, look.Gap, sink);
        _lookedAt += sink.Seen;
        _isCut |= sink.IsFull;
        _conflicts.AddRange(sink.Pairs.Order().Select(pair => ConflictWords.Pair(look, index.WorkOf(pair.Later), index.WorkOf(pair.Earlier))));
    }

    private void Crowds(ConflictLook look, int list)
    {
        var crowd = Crowd.Empty();
        foreach (var item in ItemsOf(list))
        {
            var slot = index.WorkOf(item).Slot;
            crowd.Add(index.Owners[item], Microseconds.Of(slot.Start), Microseconds.Of(slot.End) + look.Gap);
        }

        foreach (var stretch in crowd.Stretches(look.Rule.AtOnce + 1))
        {
            if (IsEnough)
            {
                return;
            }

            var present = Found(list, stretch.From - look.Gap, stretch.Until);
            var last = index.WorkOf(present[^1]);
            _conflicts.Add(ConflictWords.Crowd(look, last, present.SkipLast(1).Take(Conflict.MostNamed).Select(index.WorkOf).ToValueList(), stretch));
        }
    }

    // A pair that is found from both sides is told from the side of the one that starts later.
    private void Across(ConflictLook look, bool areSides)
    {
        if (IsEnough || index.ListOf(look.Own) is not (>= 0 and var own) || index.ListOf(look.Other) is not (>= 0 and var other))
        {
            return;
        }

        foreach (var item in ItemsOf(own))
        {
            if (IsEnough)
            {
                return;
            }

            Across(look, item, other, areSides);
        }
    }

    private void Across(ConflictLook look, int item, int list, bool areSides)
    {
        var work = index.WorkOf(item);
        foreach (var found in Found(list, Microseconds.Of(work.Slot.Start) - look.Gap, Microseconds.Of(work.Slot.End) + look.Gap))
        {
            var met = index.WorkOf(found);
            if (IsEnough)
            {
                return;
            }

            if (index.Owners[found] != index.Owners[item] && !(areSides && found > item && look.Own.IsOf(met) && look.Other.IsOf(work)))
            {
                _conflicts.Add(found < item ? ConflictWords.Pair(look, work, met) : ConflictWords.Pair(Turned(look), met, work));
            }
        }
    }

    private int[] Found(int list, long from, long until)
    {
        _found.Clear();
        index.Table.Collect(list, from, until, _found);
        _lookedAt += _found.Count + 1;
        var found = _found.Items.ToArray();
        Array.Sort(found);
        return found;
    }

    private static ConflictLook Turned(ConflictLook look) => look with
    {
        Own = look.Other,
        Other = look.Own,
        Relation = look.Relation is { } relation ? relation with { IsDependency = !relation.IsDependency } : null,
    };

    private void Related(ConflictRule rule, ConflictKey key)
    {
        var target = ((ConflictKey.OneTarget)key).Of;
        if (IsEnough)
        {
            return;
        }

        if (ConflictLooks.Related(index.Graph, rule, target.Service, out var why) is not { } related)
        {
            _conflicts.AddRange(ItemsOf(index.ListOf(key)).Take(most + 1).Select(item => ConflictWords.Unjudged(new ConflictLook(rule, key, key, Unknown: why), index.WorkOf(item))));
            return;
        }

        foreach (var relation in related)
        {
            _lookedAt++;
            var other = ConflictKey.Target(target with { Service = relation.Service });
            if (index.ListOf(other) > index.ListOf(key) && rule.About.Matches(((ConflictKey.OneTarget)other).Of))
            {
                Across(new ConflictLook(rule, key, other, relation), areSides: false);
            }
        }
    }

    private int[] ItemsOf(int list) => Found(list, -IntervalBlocks<long>.Never, IntervalBlocks<long>.Never);

    private sealed class FoundPairs(int[] owners, long mostSeen, int mostFound) : PairSink(mostSeen)
    {
        public List<(int Earlier, int Later)> Pairs { get; } = [];

        protected override void Keep(int earlier, int later)
        {
            if (owners[earlier] != owners[later])
            {
                Pairs.Add((Math.Min(earlier, later), Math.Max(earlier, later)));
                IsFull = Pairs.Count >= mostFound;
            }
        }
    }
}
