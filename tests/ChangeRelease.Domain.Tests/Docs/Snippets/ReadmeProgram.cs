// snippet: readme-usings
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using NodaTime;
// end

namespace ChangeRelease.Domain.Tests.Docs.Snippets;

/// <summary>The examples of the README.</summary>
internal sealed class ReadmeProgram : IProgram
{
    private static Transcript Console { get; set; } = new();

    public async Task RunAsync(Transcript console)
    {
        Console = console;
        console.Turn("readme-desk");
        await DeskAsync();
        console.Turn("readme-calendar");
        Calendar();
        console.Turn("readme-lifecycle");
        OwnLifecycle();
    }

    private static async Task DeskAsync()
    {
        // snippet: readme-desk
        var desk = new ChangeDesk(
            new InMemoryEventStore(), new FactBook(), SystemClock.Instance, new DeskSettings(new TenantId("acme")));
        var ann = Actor.Human(new ActorId("ann"));
        var id = new ChangeId("CHG-1");
        var draft = new ChangeContent
        {
            Title = "Raise the connection pool of payments",
            Justification = "It runs dry every Monday",
            Services = [new ServiceId("payments")],
            Environments = [new EnvironmentId("production")],
            Effort = new Effort(preparation: Duration.Zero, work: Duration.FromMinutes(30), backOut: Duration.FromMinutes(15)),
        };

        await desk.HandleAsync(id, new OpenChange(id, "normal", draft), ann, new CommandId("open-1"));
        var outcome = await desk.HandleAsync(id, new SubmitChange(), ann, new CommandId("submit-1"));

        Console.WriteLine(outcome.IsAccepted ? "submitted" : "refused");
        foreach (var refusal in outcome.Refusals)
        {
            Console.WriteLine(refusal);
        }
        // end
    }

    private static void Calendar()
    {
        // snippet: readme-calendar
        var production = CalendarQuestion.For(new Target(new ServiceId("payments"), new EnvironmentId("production")));
        var calendar = ChangeCalendar.Define(
            new CalendarId("web"),
            version: 1,
            CalendarDefault.ClosedByDefault,
            [
                new Window(
                    new RuleId("saturday"), "Saturday night", "America/Los_Angeles",
                    Recurrence.Weekly(new LocalTime(22, 0), IsoDayOfWeek.Saturday),
                    RuleLength.Until(new LocalTime(6, 0)),
                    Scope.Everything),
            ],
            DateTimeZoneProviders.Tzdb);

        foreach (var saturday in new[] { Instant.FromUtc(2026, 3, 1, 0, 0), Instant.FromUtc(2026, 3, 8, 0, 0), Instant.FromUtc(2026, 11, 1, 0, 0) })
        {
            var window = calendar.Judge(new Slot(saturday, saturday + Duration.FromDays(1)), production).Windows[0];
            Console.WriteLine($"{window.Span.Length.ToText()}: {window}");
            Console.WriteLine($"     {window.Span}");
        }
        // end
    }

    private static void OwnLifecycle()
    {
        // snippet: readme-lifecycle
        var ordered = new State("Ordered", Phase.Preparation);
        var installed = new State("Installed", Phase.Realization);
        var retired = new State("Retired", Phase.Ended);
        var (install, retire) = (new Trigger("Install"), new Trigger("Retire"));

        var longEnough = Requirement.For<Duration>("certificate.validity.short")
            .Says("The certificate is valid for at least 30 days.")
            .IsMetWhen(left => left >= Duration.FromDays(30))
            .Explains(left => Why.Because($"It is valid for {left.ToText()} more."))
            .CuredBy(Remedy.Do("Order one that is valid for longer"));

        var certificate = Lifecycle.Define<Duration>("certificate", version: 1, table => table
            .StartsIn(ordered)
            .In(ordered).On(install).GoTo(installed).When(longEnough)
            .In(installed).On(retire).GoTo(retired)
            .EndsIn(retired));

        Console.WriteLine(certificate.Take(ordered, install, Duration.FromDays(90)).Destination);
        Console.WriteLine(certificate.Take(ordered, install, Duration.FromDays(7)).Refusals[0]);
        Console.WriteLine(certificate.Take(ordered, retire, Duration.FromDays(90)).Refusals[0]);
        // end
    }
}
