using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding.Planning;

/// <summary>Changes and releases, planned together from where they stand.</summary>
public sealed class PlanningDeskTests
{
    private static readonly PlanningOrder _order = new(new Slot(World.Opening, World.Opening + Duration.FromDays(14))) { Options = new PlannerOptions { Budget = PlanningBudget.OfSchedules(50) } };

    private readonly InMemoryEventStore _store = new();

    [Fact]
    public async Task What_is_planned_is_accepted_when_it_is_handed_in_and_windows_hold_no_more_than_they_may()
    {
        var world = new World { Capacity = 2 };
        var ids = await BringAsync(world, 5);

        var sheet = await PlanAsync(world, _order with { Changes = ids });

        sheet.Unplannable.Should().BeEmpty();
        sheet.ChangeCommands.Select(told => told.Change).Should().BeEquivalentTo(ids);
        await HandInAsync(world, sheet);
        (await World.MostHolders(_store)).Should().Be(2);
        sheet.Plan.Items.Select(planned => planned.Slot.End).Max().Should().BeLessThan(World.Night(3).Start, "three nights are enough");
    }

    [Fact]
    public async Task What_others_hold_stays_where_it_is()
    {
        var world = new World { Capacity = 3 };
        var ids = await BringAsync(world, 2);
        await world.Schedule(_store, ids[0], World.Night(0));

        var sheet = await PlanAsync(world, _order with { Changes = [ids[1]] });

        var slot = sheet.Plan.Items.Should().ContainSingle().Which.Slot;
        slot.Start.Should().Be(World.Night(0).End, "the same service is changed until then");
        sheet.Plan.WhyNotEarlier(PlanningSheet.ItemOf(ids[1])).Select(obstacle => obstacle.Sentence).Should().Contain(sentence => sentence.Contains("booked by change CHG-1"));
    }

    [Fact]
    public async Task Each_that_cannot_be_planned_is_told_with_all_its_reasons()
    {
        var world = new World();
        await world.Bring(_store, World.One);
        var waiting = await BringAsync(world, 1, _ => World.Work with { DependsOn = [World.One] });

        var sheet = await PlanAsync(world, _order with { Changes = [World.One, new ChangeId("CHG-404"), waiting[0]], Releases = [World.Train] });

        sheet.Unplannable.SelectMany(one => one.Refusals.Select(refusal => $"{one.Item}: {refusal.Code}")).Should().Equal(
            "release REL-1: planning.subject.unknown",
            "change CHG-1: planning.subject.not-ready",
            "change CHG-404: planning.subject.unknown",
            "change CHG-10: planning.dependency.unplanned");
        sheet.Unplannable.SelectMany(one => one.Refusals).Should().AllSatisfy(refusal => refusal.Remedies.Should().NotBeEmpty());
        sheet.Plan.Items.Should().BeEmpty();
        sheet.ChangeCommands.Should().BeEmpty();
    }

    [Fact]
    public async Task A_change_comes_after_what_it_depends_on()
    {
        var world = new World { Capacity = 5 };
        var first = await BringAsync(world, 1, _ => World.Work with { Urgency = Grade.Low });
        var second = await BringAsync(world, 1, _ => World.Work with { DependsOn = [first[0]], Services = [new ServiceId("ledger")], Urgency = Grade.Critical }, from: 11);

        var sheet = await PlanAsync(world, _order with { Changes = [second[0], first[0]] });

        sheet.ChangeCommands.Select(told => told.Change).Should().Equal(first[0], second[0]);
        SlotOf(sheet, second[0]).Start.Should().BeGreaterThanOrEqualTo(SlotOf(sheet, first[0]).End);
        await HandInAsync(world, sheet);
    }

    [Fact]
    public async Task A_person_does_one_thing_at_a_time_and_the_urgent_comes_first()
    {
        var world = new World { Capacity = 5 };
        var ids = await BringAsync(world, 3, number => World.Work with
        {
            Services = [new ServiceId($"service-{number}")],
            Implementers = [World.Otto.Id],
            RequestedImpact = Grade.High,
            Urgency = number == 12 ? Grade.Critical : Grade.Low,
        });

        var sheet = await PlanAsync(world, _order with { Changes = ids });

        sheet.ChangeCommands[0].Change.Should().Be(ids[2]);
        sheet.Plan.Items.OrderBy(planned => planned.Slot.Start).Zip(sheet.Plan.Items.OrderBy(planned => planned.Slot.Start).Skip(1)).Should().AllSatisfy(
            pair => pair.Second.Slot.Start.Should().BeGreaterThanOrEqualTo(pair.First.Slot.End));
    }

    [Fact]
    public async Task Changes_go_aboard_the_release_that_carries_them()
    {
        var world = new World { Capacity = 2 };
        var release = await ApprovedAsync(world, World.Train, World.One);

        var sheet = await PlanAsync(world, _order with { Changes = [World.One], Releases = [release] });

        sheet.ReleaseCommands.Should().ContainSingle().Which.Command.Should().BeOfType<ScheduleRelease>();
        sheet.ChangeCommands.Should().Equal((World.One, ScheduleChange.On(release)));
        await HandInAsync(world, sheet);
        (await world.Changes(_store).FindAsync(World.One))!.Aboard.Should().Be(release);
        var again = await PlanAsync(world, _order with { Changes = [World.One], Releases = [release] });
        (again.ReleaseCommands.Count + again.ChangeCommands.Count).Should().Be(0, "everything is where it should be");
    }

    [Fact]
    public async Task A_release_comes_after_what_it_goes_live_after()
    {
        var world = new World { Capacity = 5 };
        var (first, second) = (await ApprovedAsync(world, new ReleaseId("REL-2"), World.Two), await ApprovedAsync(world, World.Train, World.One));
        var graph = ReleaseDependencies.Of([new DependentRelease(first, [], []), new DependentRelease(second, [], [first])], [], []);
        var desk = new PlanningDesk(_store, world.Book with { Dependencies = new KnownDependencies("1", graph, []) }, world, new DeskSettings(World.Tenant));

        var both = (await desk.PlanAsync(_order with { Releases = [second, first] }))!;
        var alone = (await desk.PlanAsync(_order with { Releases = [second] }))!;

        both.ReleaseCommands.Select(told => told.Release).Should().Equal(first, second);
        alone.Unplannable.Should().ContainSingle().Which.Refusals[0].Code.Should().Be("planning.dependency.unplanned");
    }

    [Fact]
    public async Task What_has_a_slot_moves_only_where_that_is_better()
    {
        var world = new World { Capacity = 5 };
        var ids = await BringAsync(world, 2);
        await world.Schedule(_store, ids[0], World.Night(0));
        await world.Schedule(_store, ids[1], World.Night(6));

        var sheet = await PlanAsync(world, _order with { Changes = ids, Adding = draft => draft with { Closures = [new Closure("audit", World.Night(6))] } });

        sheet.ChangeCommands.Should().HaveCount(2).And.AllSatisfy(told => told.Command.Should().BeOfType<RescheduleChange>());
        await HandInAsync(world, sheet);
    }

    [Fact]
    public async Task The_order_in_which_things_are_named_does_not_matter()
    {
        var world = new World { Capacity = 2 };
        var ids = await BringAsync(world, 4);

        var (one, other) = (await PlanAsync(world, _order with { Changes = ids }), await PlanAsync(world, _order with { Changes = ids.Reverse().ToValueList() }));

        other.Plan.Items.Select(planned => (planned.Item.Id, planned.Slot)).Should().Equal(one.Plan.Items.Select(planned => (planned.Item.Id, planned.Slot)));
        other.ChangeCommands.Should().Equal(one.ChangeCommands);
    }

    [Fact]
    public async Task Without_a_calendar_there_is_no_plan()
    {
        var desk = new PlanningDesk(_store, new FactBook(), new World(), new DeskSettings(World.Tenant));

        (await desk.PlanAsync(_order)).Should().BeNull();
    }

    [Fact]
    public async Task Where_no_window_has_a_place_left_it_is_said_so_and_no_command_given()
    {
        var world = new World { Capacity = 1 };
        var ids = await BringAsync(world, 4);

        var sheet = await PlanAsync(world, _order with { Changes = ids, Horizon = new Slot(World.Opening, World.Opening + Duration.FromDays(2)) });

        sheet.ChangeCommands.Should().HaveCount(2);
        sheet.Plan.Leftovers.Should().HaveCount(2).And.AllSatisfy(left => left.Obstacles.Select(obstacle => obstacle.Sentence).Should().Contain(sentence => sentence.Contains("is full")));
        await HandInAsync(world, sheet);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Whatever_is_planned_is_accepted(int seed)
    {
        var random = new Random(seed);
        var world = new World { Capacity = random.Next(1, 4) };
        var ids = await BringAsync(world, 7, number => World.Work with
        {
            Services = [new ServiceId($"service-{random.Next(3)}")],
            Effort = number == 10 ? World.Work.Effort : new Effort(Duration.FromMinutes(random.Next(60)), Duration.FromMinutes(random.Next(1, 180)), Duration.FromMinutes(random.Next(60))),
            Implementers = random.Next(2) == 0 ? [] : [World.Otto.Id],
            DependsOn = number > 10 && random.Next(3) == 0 ? [new ChangeId($"CHG-{number - 1}")] : [],
            Urgency = (Grade)random.Next(4),
        });
        await world.Schedule(_store, ids[0], World.Night(random.Next(4)));

        var sheet = await PlanAsync(world, _order with { Changes = ids.Skip(random.Next(2)).ToValueList() });

        sheet.Unplannable.Should().BeEmpty();
        sheet.Plan.Leftovers.SelectMany(left => left.Obstacles.Select(obstacle => obstacle.Sentence)).Should().BeEmpty();
        await HandInAsync(world, sheet);
    }

    private static async Task<PlanningSheet> PlanAsync(World world, PlanningOrder order, InMemoryEventStore store) => (await world.Planning(store).PlanAsync(order))!;

    private static Slot SlotOf(PlanningSheet sheet, ChangeId id) => sheet.Plan.Find(PlanningSheet.ItemOf(id))!.Slot;

    private Task<PlanningSheet> PlanAsync(World world, PlanningOrder order) => PlanAsync(world, order, _store);

    private async Task<ValueList<ChangeId>> BringAsync(World world, int count, Func<int, ChangeContent>? content = null, int from = 10)
    {
        var ids = new List<ChangeId>();
        for (var number = from; number < from + count; number++)
        {
            var id = count == 2 && from == 10 ? new ChangeId($"CHG-{number - 9}") : new ChangeId($"CHG-{number}");
            await world.Bring(_store, id, content?.Invoke(number) ?? World.Work, World.Bob, World.Cid);
            ids.Add(id);
        }

        return ids.ToValueList();
    }

    private async Task<ReleaseId> ApprovedAsync(World world, ReleaseId id, ChangeId carried)
    {
        await world.Bring(_store, carried, World.Bob, World.Cid);
        return (await world.Bring(_store, id, World.Package with { Changes = [carried] })).Id;
    }

    private async Task HandInAsync(World world, PlanningSheet sheet)
    {
        foreach (var (id, command) in sheet.ReleaseCommands)
        {
            await World.Must(world.Releases(_store), id, $"planned-{id}", command, World.Otto);
        }

        foreach (var (id, command) in sheet.ChangeCommands)
        {
            await World.Must(world.Changes(_store), id, $"planned-{id}", command, World.Otto);
        }
    }
}
