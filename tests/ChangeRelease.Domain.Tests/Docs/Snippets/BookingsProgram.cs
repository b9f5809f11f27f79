// snippet: bookings-usings
using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Scheduling;
using NodaTime;
// end

namespace ChangeRelease.Domain.Tests.Docs.Snippets;

/// <summary>The examples of the guide to bookings.</summary>
internal sealed class BookingsProgram : IProgram
{
    private static Transcript Console { get; set; } = new();

    public async Task RunAsync(Transcript console)
    {
        Console = console;
        var (store, clock, ann, bob, sue) = (new InMemoryEventStore(), new HandSetClock(Instant.FromUtc(2026, 11, 2, 9, 0)), House.Ann, House.Bob, Actor.Human(new ActorId("sue")));

        // snippet: bookings-desk
        var facts = House.Facts with
        {
            Directory = House.Directory with { Memberships = House.Directory.Memberships.With(new Membership(BookingNeeds.Stewards, [sue.Id])) },
        };
        var desk = new BookingDesk(store, facts, clock, new DeskSettings(new TenantId("acme")) { HoldStands = Duration.FromMinutes(15) });
        // end

        console.Turn("bookings-capacity");
        // snippet: bookings-capacity
        var loadTest = LedgerKey.Of(new EnvironmentId("load-test"));
        var monday = Instant.FromUtc(2026, 11, 2, 13, 0);
        var afternoon = new Slot(monday, monday + Duration.FromHours(3));
        var campaign = new HolderId("campaign-12");

        var early = await desk.HandleAsync(loadTest, new HoldSlots(campaign, [afternoon], []), ann, new CommandId("hold-1"));
        Console.WriteLine(early.Refusals[0]);
        await desk.HandleAsync(loadTest, new DeclareCapacity(1), sue, new CommandId("capacity"));
        // end

        console.Turn("bookings-hold");
        // snippet: bookings-hold
        var held = await desk.HandleAsync(loadTest, new HoldSlots(campaign, [afternoon], []), ann, new CommandId("hold-1"));
        var booking = held.Subject!.Find(campaign, new CommandId("hold-1"), clock.Now)!;
        Console.WriteLine($"{booking}: {booking.Slots[0]}, until {booking.Expires} unless confirmed");

        await desk.HandleAsync(loadTest, new ConfirmBooking(campaign, new CommandId("hold-1")), ann, new CommandId("confirm-1"));
        var twice = await desk.HandleAsync(loadTest, new HoldSlots(campaign, [afternoon], []), ann, new CommandId("hold-1"));
        Console.WriteLine($"sent again: accepted {twice.IsAccepted}, events {twice.Events.Count}");
        // end

        console.Turn("bookings-full");
        // snippet: bookings-full
        var drill = new HolderId("drill-7");
        var lastHour = new Slot(afternoon.End - Duration.FromHours(1), afternoon.End);
        var full = await desk.HandleAsync(loadTest, new HoldSlots(drill, [lastHour], []), bob, new CommandId("drill"));
        Console.WriteLine(full.Refusals[0]);

        var before = new Slot(afternoon.Start - Duration.FromHours(1), afternoon.Start);
        await desk.HandleAsync(loadTest, new HoldSlots(drill, [before], []), bob, new CommandId("drill"));
        var waiting = await desk.ExplainAsync(loadTest, new HoldSlots(campaign, [before], []), ann, new CommandId("asking"));
        Console.WriteLine($"{waiting.Refusals[0].Code}: {waiting.Refusals[0].Earliest}");
        // end

        console.Turn("bookings-move");
        // snippet: bookings-move
        var later = new Slot(afternoon.Start + Duration.FromHours(1), afternoon.End + Duration.FromHours(1));
        var moved = await desk.HandleAsync(loadTest, new MoveBooking(campaign, new CommandId("hold-1"), [later]), ann, new CommandId("move"));
        var there = moved.Subject!.Find(campaign, new CommandId("hold-1"), clock.Now)!;
        Console.WriteLine($"{there.Slots[0]}, confirmed: {there.IsConfirmed}");

        var foreign = await desk.HandleAsync(loadTest, new ReleaseHolder(campaign), bob, new CommandId("release"));
        Console.WriteLine(foreign.Refusals[0]);
        // end

        console.Turn("bookings-sweep");
        // snippet: bookings-sweep
        clock.Now += Duration.FromMinutes(15);
        var tooLate = await desk.HandleAsync(loadTest, new ConfirmBooking(drill, new CommandId("drill")), bob, new CommandId("confirm-2"));
        Console.WriteLine(tooLate.Refusals[0]);

        var swept = await desk.HandleAsync(loadTest, new ExpireBookings(), sue, new CommandId("sweep-1"));
        foreach (var expired in swept.Events.OfType<BookingExpired>())
        {
            Console.WriteLine($"noted: {expired.Command} of {expired.Holder}");
        }

        await desk.HandleAsync(loadTest, new ReleaseHolder(campaign), sue, new CommandId("release-2"));
        Console.WriteLine($"bookings: {(await desk.FindAsync(loadTest))!.Standing(clock.Now).Count}");
        // end

        console.Turn("bookings-calendar");
        // snippet: bookings-calendar
        var main = LedgerKey.Of(new CalendarId("main"));
        var tuesday = new Slot(Instant.FromUtc(2026, 11, 3, 20, 0), Instant.FromUtc(2026, 11, 3, 21, 0));
        var target = new Target(new ServiceId("payments"), new EnvironmentId("production"));
        foreach (var name in new[] { "patches-1", "patches-2", "patches-3" })
        {
            var outcome = await desk.HandleAsync(main, new HoldSlots(new HolderId(name), [tuesday], [target]), ann, new CommandId(name));
            Console.WriteLine(outcome.IsAccepted ? $"{name} is held" : outcome.Refusals[0]);
        }
        // end

        // snippet: bookings-places-model
        var model = ReleaseModels.Ordinary.Derive("booking", version: 1, release => release
            .Require(ReleaseTriggers.Promote, Needs.PlacesFree)
            .Require(ReleaseTriggers.Schedule, Needs.PlacesFree)
            .Require(ReleaseTriggers.Reschedule, Needs.PlacesFree)
            .Require(ReleaseTriggers.StartDeployment, Needs.PlacesBooked)
            .Require(ReleaseTriggers.BeginStage, Needs.PlacesBooked));
        var releases = new ReleaseDesk(store, facts, clock, new DeskSettings(new TenantId("acme")) { ReleaseModels = [model] });
        // end

        var id = new ReleaseId("REL-7");
        releases = new ReleaseDesk(store, facts with { Promotion = new PromotionPath("all", [new PromotionStep(new EnvironmentId("load-test"))]) }, clock, new DeskSettings(new TenantId("acme")) { ReleaseModels = [model] });
        var package = new Package([new Artifact("payments", Digest.Of("payments 2.4.0"u8))], new Provenance(new ActorId("pipeline"), "9b1c07e", clock.Now, "build 4711"));
        foreach (var (command, name) in new (ReleaseCommand, string)[] { (new OpenRelease(id, Content), "open"), (new StartReleaseBuild(), "build"), (new FinishBuild(package), "built") })
        {
            (await releases.HandleAsync(id, command, ann, new CommandId(name))).Refusals.Should().BeEmpty();
        }

        console.Turn("bookings-places");
        // snippet: bookings-places
        var halfAnHour = new Slot(clock.Now, clock.Now + Duration.FromMinutes(30));
        await desk.HandleAsync(loadTest, new HoldSlots(drill, [halfAnHour], []), bob, new CommandId("drill-3"));
        await desk.HandleAsync(loadTest, new ConfirmBooking(drill, new CommandId("drill-3")), bob, new CommandId("confirm-3"));

        var promote = new PromoteRelease(new EnvironmentId("load-test"), package.Digest);
        var taken = await releases.HandleAsync(id, promote, ann, new CommandId("promote-1"));
        Console.WriteLine(taken.Refusals[0]);

        clock.Now = taken.Refusals[0].Earliest!.Value;
        await releases.HandleAsync(id, promote, ann, new CommandId("promote-2"));
        Console.WriteLine((await desk.FindAsync(loadTest))!.Standing(clock.Now)[^1].Holder);

        await releases.HandleAsync(id, new FinishDeployment(new EnvironmentId("load-test"), DeploymentOutcome.Succeeded, "run 12"), ann, new CommandId("finish"));
        Console.WriteLine($"bookings of the release: {(await desk.FindAsync(loadTest))!.Standing(clock.Now).Count(one => one.Holder != drill)}");
        // end
    }

    private static ReleaseContent Content { get; } = new()
    {
        Title = "Payments in November",
        Version = SemanticVersion.Parse("2.4.0"),
        Changes = [new ChangeId("CHG-1")],
        Services = [new ServiceId("payments")],
        Environments = [new EnvironmentId("production")],
        Rollout = new RolloutPlan(RolloutStrategy.AllAtOnce, [new RolloutStage("everyone", new EnvironmentId("production"), Share.All)]),
        RemediationPlan = "Put 2.3.9 back",
        Effort = new Effort(preparation: Duration.FromMinutes(10), work: Duration.FromHours(1), backOut: Duration.FromMinutes(15)),
    };
}
