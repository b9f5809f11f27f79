using System.Globalization;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Takes from a plan what is drawn of it.</summary>
internal sealed class PlanPicture
{
    private readonly Plan _plan;
    private readonly PictureSettings _settings;
    private readonly Slot _range;
    private readonly PlanShades _shades;

    private PlanPicture(Plan plan, PictureSettings settings)
    {
        (_plan, _settings, _range) = (plan, settings, settings.Range ?? plan.Problem.Draft.Horizon);
        _shades = new PlanShades(plan.Problem.Draft, _range);
    }

    public static Picture Of(Plan plan, PictureSettings settings) => new PlanPicture(plan, settings).Drawn();

    private Picture Drawn()
    {
        var (drawn, away) = Chosen();
        var groups = Groups(drawn);
        var ids = drawn.Select(item => item.Item.Id).ToHashSet();
        return new Picture(Text.IsBlank(_settings.Title) ? "Plan" : _settings.Title, _range, _settings.Zone)
        {
            Now = _settings.Now is { } now && _range.Contains(now) ? now : null,
            Summary = string.Create(CultureInfo.InvariantCulture, $"{_plan.Items.Count} of {_plan.Problem.Items.Count} planned"),
            Groups = groups,
            LeftOut = [.. _plan.Leftovers.Take(PictureLimits.LeftOut).Select(Note)],
            Arrows = _settings.ShowsDependencies
                ? [.. _plan.Problem.Draft.Precedences.Where(it => ids.Contains(it.First) && ids.Contains(it.Second)).Select(it => (it.First, it.Second)).Distinct().Take(PictureLimits.Arrows)]
                : [],
            Remarks = [.. Remarks(away)],
        };
    }

    // The earliest, as long as their bars are not too many; an item in several groups has several.
    private (List<PlannedItem> Drawn, int Away) Chosen()
    {
        var inside = _plan.Items.Where(item => item.Slot.Overlaps(_range)).OrderBy(item => item.Slot.Start).ThenBy(item => item.Item.Id).ToList();
        var bars = 0;
        var drawn = inside.TakeWhile(item => (bars += Math.Max(1, NamesOf(item.Item).Count)) <= _settings.Most).ToList();
        return (drawn, inside.Count - drawn.Count);
    }

    private List<string> NamesOf(WorkItem item) => _settings.Grouping switch
    {
        PictureGrouping.Resource => [.. item.Demands.Select(demand => demand.Resource.Value)],
        PictureGrouping.Class => [.. item.Classes.Select(one => one.Value).Distinct()],
        _ => [],
    };

    private List<PictureGroup> Groups(List<PlannedItem> drawn)
    {
        var (nameless, byResource) = (_settings.Grouping == PictureGrouping.Together ? string.Empty : "no " + _settings.Grouping.ToString().ToLowerInvariant(), _settings.Grouping == PictureGrouping.Resource);
        return
        [
            .. drawn.SelectMany(item => NamesOf(item.Item), (item, name) => (item, name))
                .GroupBy(pair => pair.name, pair => pair.item, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => Group(group.Key, [.. group], byResource ? _shades.Resource(group.Key) : null)),
            .. drawn.Where(item => NamesOf(item.Item).Count == 0).ToList() is { Count: > 0 } rest ? (PictureGroup[])[Group(nameless, rest, null)] : [],
        ];
    }

    private PictureGroup Group(string name, IReadOnlyList<PlannedItem> items, PlanningResource? resource)
    {
        var of = items.Select(item => item.Item).ToList();
        return new PictureGroup(name, _shades.Open(of, resource), _shades.Bands(of, resource), [.. items.Select(Row)]);
    }

    private static PictureRow Row(PlannedItem item) =>
        new(item.Item.Id.Value, [new PictureBar(item.Slot, item.Work) { IsLate = item.Slot.End > item.Item.Due }]) { Item = item.Item.Id };

    private static PictureNote Note(Leftover leftover) =>
        new(leftover.Item.Id.Value, PictureLimits.Cut(leftover.Obstacles.Count > 0 ? leftover.Obstacles[0].Sentence : "There is no room."));

    private IEnumerable<string> Remarks(int away)
    {
        var outside = _plan.Items.Count(item => !item.Slot.Overlaps(_range));
        return PictureRemarks.Of((away, "more planned items are not drawn."), (outside, "planned items lie outside of what is drawn."), (_plan.Leftovers.Count - PictureLimits.LeftOut, "more items are left out."));
    }
}
