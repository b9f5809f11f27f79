// snippet: trains-usings
using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using NodaTime;
// end

namespace ChangeRelease.Domain.Tests.Docs.Snippets;

/// <summary>The examples of the guide to trains, versions, dependencies and notes.</summary>
internal sealed class TrainsProgram : IProgram
{
    private static Transcript Console { get; set; } = new();

    public async Task RunAsync(Transcript console)
    {
        Console = console;
        Versions(console);
        Dependencies(console);
        await TrainAsync(console);
        await NotesAsync(console);
    }

    private static void Versions(Transcript console)
    {
        console.Turn("trains-versions");
        // snippet: trains-versions
        var running = SemanticVersion.Parse("1.9.0");
        var next = SemanticVersion.Parse("1.10.0-rc.1");
        Console.WriteLine($"{running} to {next}: {running.StepTo(next)}; back: {next.StepTo(running)}");
        Console.WriteLine($"then {next.NextPrerelease()}, {next.NextMinor()}, {next.NextMajor()}");

        foreach (var fault in SemanticVersion.Read("v1.02-rc..1").Faults)
        {
            Console.WriteLine(fault);
        }
        // end

        console.Turn("trains-ranges");
        // snippet: trains-ranges
        foreach (var range in new[] { "^1.4.0", ">=1.4.0 <2.0.0", ">=1.4.0" })
        {
            var good = new[] { "1.3.9", "1.4.0", "1.99.0", "2.0.0-rc.1", "2.0.0" }.Where(version => VersionRange.Parse(range).Contains(SemanticVersion.Parse(version)));
            Console.WriteLine($"{range}: {string.Join(", ", good)}");
        }
        // end
    }

    private static void Dependencies(Transcript console)
    {
        console.Turn("trains-dependencies");
        // snippet: trains-dependencies
        var (payments, ledger) = (new ServiceId("payments"), new ServiceId("ledger"));
        ServiceVersion Of(ServiceId service, string version) => new(service, SemanticVersion.Parse(version));
        var dependencies = ReleaseDependencies.Of(
            releases:
            [
                new DependentRelease(new ReleaseId("REL-1"), Brings: [Of(payments, "2.0.0")], After: [new ReleaseId("REL-2")]),
                new DependentRelease(new ReleaseId("REL-2"), Brings: [Of(ledger, "1.4.0")], After: []),
            ],
            needs: [new VersionNeed(payments, VersionRange.Parse(">=2.0.0"), ledger, VersionRange.Parse("^1.4.0"))],
            limits: [new SkewLimit(ledger, ledger, minors: 1)]);
        var live = new LiveVersions(new EnvironmentId("production"), Running: [Of(payments, "1.9.0"), Of(ledger, "1.3.2")], Released: []);

        foreach (var refusal in new DependencyCase(dependencies, new ReleaseId("REL-1"), live).Refusals)
        {
            Console.WriteLine(refusal);
            Console.WriteLine($"  {refusal.Facts[0]}");
        }
        // end

        console.Turn("trains-rehearse");
        // snippet: trains-rehearse
        foreach (var start in dependencies.Rehearse(live, passes: []))
        {
            Console.WriteLine($"{start.Release}: {(start.Refusals.Count == 0 ? "may start" : start.Refusals)}");
        }
        // end
    }

    private static async Task TrainAsync(Transcript console)
    {
        var (store, clock) = (new InMemoryEventStore(), new HandSetClock(Instant.FromUtc(2026, 11, 2, 9, 0)));

        console.Turn("trains-open");
        // snippet: trains-open
        var facts = House.Facts with
        {
            Directory = House.Directory with { Memberships = House.Directory.Memberships.With(new Membership(TrainNeeds.Conductors, [House.Cid.Id])) },
        };
        var trains = new TrainDesk(store, facts, clock, new DeskSettings(new TenantId("acme")));
        var weekly = new TrainId("weekly");

        async Task<ValueList<TrainEvent>> Do(string id, Actor actor, TrainCommand command)
        {
            var outcome = await trains.HandleAsync(weekly, command, actor, new CommandId(id));
            Console.WriteLine(outcome.IsAccepted ? string.Join("; ", outcome.Events.Select(TrainJson.TypeOf)) : string.Join('\n', outcome.Refusals));
            return outcome.Events;
        }

        var tuesday = new LocalDateTime(2026, 11, 3, 22, 0);
        await Do("open", House.Cid, new OpenTrain(weekly, "Weekly train", TrainTimetable.Weekly(tuesday, "Europe/London", cutOff: Duration.FromDays(1), IsoDayOfWeek.Tuesday)));
        await Do("b-1", House.Ann, new BoardTrain(TrainPassenger.Of(new ChangeId("CHG-1")), Departure: null));
        await Do("b-2", House.Bob, new BoardTrain(TrainPassenger.Of(new ReleaseId("REL-2")), tuesday));
        // end

        var settings = new DeskSettings(new TenantId("acme"));
        var changes = new ChangeDesk(store, facts, clock, settings);
        await House.BringAsync(changes, new ChangeId("CHG-1"), "normal", House.Bob);
        await changes.HandleAsync(new ChangeId("CHG-1"), new ScheduleChange(new Slot(Instant.FromUtc(2026, 11, 3, 22, 0), Instant.FromUtc(2026, 11, 3, 23, 0))), House.Otto, new CommandId("schedule"));
        await new ReleaseDesk(store, facts, clock, settings).HandleAsync(new ReleaseId("REL-2"), new OpenRelease(new ReleaseId("REL-2"), new ReleaseContent { Title = "Ledger" }), House.Bob, new CommandId("open"));

        console.Turn("trains-readiness");
        // snippet: trains-readiness
        foreach (var passenger in await trains.ReadinessAsync(weekly, tuesday))
        {
            Console.WriteLine($"{passenger.Passenger}: {passenger.NotReadyBecause ?? "ready"}");
        }
        // end

        console.Turn("trains-cut-off");
        // snippet: trains-cut-off
        clock.Now = Instant.FromUtc(2026, 11, 2, 22, 0);
        await Do("b-3", House.Ann, new BoardTrain(TrainPassenger.Of(new ChangeId("CHG-3")), tuesday));
        await Do("close", House.Cid, new CloseBoarding(tuesday));

        foreach (var departure in (await trains.FindAsync(weekly))!.Departures)
        {
            Console.WriteLine($"{departure.Time.Nominal:uuuu-MM-dd}, {departure.Stage}: {string.Join(", ", departure.Manifest.Select(booking => booking.Passenger))}");
        }
        // end

        console.Turn("trains-late");
        // snippet: trains-late
        await Do("late-1", House.Ann, new BoardLate(TrainPassenger.Of(new ChangeId("CHG-3")), tuesday, "the regulator asks for it"));
        await Do("late-2", House.Cid, new BoardLate(TrainPassenger.Of(new ChangeId("CHG-3")), tuesday, "the regulator asks for it"));
        var noted = await Do("hotfix", House.Bob, new NoteHotfix(new ReleaseId("REL-9"), "payments are down"));
        clock.Now = Instant.FromUtc(2026, 11, 3, 22, 0);
        var departed = await Do("depart", House.Cid, new DepartTrain(tuesday));

        Console.WriteLine(departed.OfType<TrainDeparted>().Single().Aboard);
        Console.WriteLine($"overtaken by REL-9: {string.Join(", ", noted.OfType<HotfixNoted>().Single().Hotfix.Overtaken.Select(nominal => $"{nominal:uuuu-MM-dd}"))}");
        // end
    }

    private static async Task NotesAsync(Transcript console)
    {
        var desk = new ReleaseDesk(new InMemoryEventStore(), House.Facts, new HandSetClock(Instant.FromUtc(2026, 11, 2, 9, 0)), new DeskSettings(new TenantId("acme")));
        var id = new ReleaseId("REL-1");
        await desk.HandleAsync(id, new OpenRelease(id, new ReleaseContent { Title = "Autumn", Version = SemanticVersion.Parse("2.0.0") }), House.Ann, new CommandId("open"));

        console.Turn("trains-notes");
        // snippet: trains-notes
        var notes = (await desk.NotesAsync(id))! with
        {
            Notes =
            [
                ReleaseNote.Of("5114f85", "feat(payments)!: take two cards\n\nBREAKING CHANGE: amounts without a currency are refused"),
                ReleaseNote.Of("676104e", "fix: round to the nearest cent"),
                ReleaseNote.Of("a215868", "fix(ledger): close a hole\n\nRelease-Notes: internal"),
                ReleaseNote.Of("0badcab", "chore: raise the build image"),
            ],
            KnownErrors = [new KnownError("PRB-7", "Receipts are late on Mondays", "Ask for the receipt again")],
        };
        Console.WriteLine(notes.ToMarkdown(NotesAudience.External));
        // end

        console.Turn("trains-runbook");
        // snippet: trains-runbook
        var runbook = new Runbook(
            "Autumn",
            Steps: [new RunbookStep("Point the balancer at green", House.Dora.Id, "No errors for five minutes", Duration.FromMinutes(10)), new RunbookStep("Stop blue", null, null, Duration.FromMinutes(1))],
            RollBack: [],
            Contacts: [House.Dora.Id]);
        foreach (var missing in runbook.WhatIsMissing())
        {
            Console.WriteLine(missing);
        }
        // end
    }
}
