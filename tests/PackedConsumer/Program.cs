// Compiled against the packed package alone, from a scratch project: what a stranger can do with it.
using System.IO.Compression;
using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.ICalendar;
using ChangeRelease.Domain.Lifecycles;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Scheduling;
using ChangeRelease.Domain.Testing;
using NodaTime;

var failed = 0;
var passed = 0;

Check("the package holds library, documentation, readme and icon", Entries(args[0]).IsSupersetOf(
    ["lib/net10.0/ChangeRelease.Domain.dll", "lib/net10.0/ChangeRelease.Domain.xml", "README.md", "icon.png"]));
Check("the symbols are packed", Entries(Path.ChangeExtension(args[0], ".snupkg")).Contains("lib/net10.0/ChangeRelease.Domain.pdb"));
var nuspec = Nuspec(args[0]);
Check("the license is MIT", nuspec.Contains("<license type=\"expression\">MIT</license>", StringComparison.Ordinal));
Check("three packages are depended upon, and no more", nuspec.Split("<dependency ").Length - 1 == 3);
Check("the commit is named", nuspec.Contains("<repository type=\"git\"", StringComparison.Ordinal));

var beside = args[0].Replace("ChangeRelease.Domain.", "ChangeRelease.Domain.ICalendar.", StringComparison.Ordinal);
Check("the package for files holds library, documentation, readme and icon", Entries(beside).IsSupersetOf(
    ["lib/net10.0/ChangeRelease.Domain.ICalendar.dll", "lib/net10.0/ChangeRelease.Domain.ICalendar.xml", "README.md", "icon.png"]));
Check("its symbols are packed", Entries(Path.ChangeExtension(beside, ".snupkg")).Contains("lib/net10.0/ChangeRelease.Domain.ICalendar.pdb"));
Check("it depends upon the library and what that depends upon, Ical.Net and Cronos, and no more", Nuspec(beside).Split("<dependency ").Length - 1 == 6);

var draft = new State("Draft", Phase.Preparation);
var done = new State("Done", Phase.Ended);
var lifecycle = Lifecycle.Define<int>("counter", 1, table => table
    .StartsIn(draft)
    .In(draft).On(new Trigger("Finish")).GoTo(done).When(
        Requirement.For<int>("counter.value.negative").Says("The value is not negative.").IsMetWhen(value => value >= 0))
    .EndsIn(done));
Check("a lifecycle of one's own is taken", lifecycle.Take(draft, new Trigger("Finish"), 1).Destination == done);
Check("a lifecycle of one's own refuses", lifecycle.Take(draft, new Trigger("Finish"), -1).Refusals.Single().Code == "counter.value.negative");

var check = new State("Check", Phase.Authorization);
var pass = new Trigger("Pass");
var derived = ChangeModels.Normal.Derive("checked", 1, change => change
    .Insert(check, ChangeStates.Assessing, ChangeStates.Authorizing)
    .Share(check, ChangeStates.Authorizing)
    .In(check).On(pass).GoTo(ChangeStates.Authorizing));
const string document = """
    {
      "format": "change-release/derivation/1", "id": "checked", "version": 1, "derives": { "id": "normal", "version": 1 },
      "insert": [{ "state": "Check", "phase": "Authorization", "from": "Assessing", "to": "Authorizing", "shares": { "with": "Authorizing" } }],
      "triggers": ["Pass"],
      "transitions": [{ "from": "Check", "on": "Pass", "to": "Authorizing" }]
    }
    """;
var read = ChangeModel.Read(System.Text.Encoding.UTF8.GetBytes(document), ChangeVocabulary.BuiltIn).OrThrow();
Check("a model is derived in code and in JSON alike", read.Lifecycle.Reference == derived.Lifecycle.Reference);
Check("a whole definition is written and read back", LifecycleDocument.Read(LifecycleDocument.Write(derived.Lifecycle.Description), ChangeVocabulary.BuiltIn).OrThrow().Reference == derived.Lifecycle.Reference);
Check("a policy is proved", Policy.Never(Policy.In(Phase.Realization)).Unless(Policy.Taken(pass)).Prove(derived.Lifecycle) is { Holds: true, IsVacuous: false });
Check("a false one has its counter-example", Policy.Never(Policy.In(ChangeStates.Canceled)).Prove(derived.Lifecycle).Trace?.Moves.Count == 1);
Check("a path must pass its gate", LifecycleGraph.Of(derived.Lifecycle.Description).MustPass(ChangeStates.Implementing).Contains(check));
Check("it is drawn", Diagram.Dot(derived.Lifecycle.Description).Contains("Check", StringComparison.Ordinal));

var clock = new FixedClock(Instant.FromUtc(2026, 11, 2, 9, 0));
var desk = new ChangeDesk(new InMemoryEventStore(), new FactBook(), clock, new DeskSettings(new TenantId("acme")));
var ann = Actor.Human(new ActorId("ann"));
var id = new ChangeId("CHG-1");
await desk.HandleAsync(id, new OpenChange(id, "normal", new ChangeContent { Title = "Try it" }), ann, new CommandId("1"));
var outcome = await desk.HandleAsync(id, new SubmitChange(), ann, new CommandId("2"));
var prospects = await desk.AskAsync(id, ann);
Check("it is said beforehand what may be done", prospects?.For(ChangeTriggers.Submit)?.Refusals.Equals(outcome.Refusals) == true && prospects.For(ChangeTriggers.Cancel)!.IsAvailable);
Check("an incomplete draft is refused with all reasons", outcome.Refusals.Count == 7 && outcome.Refusals.All(refusal => refusal.Remedies.Count > 0));

var release = new OpenRelease(new ReleaseId("REL-1"), new ReleaseContent { Title = "Autumn", Version = SemanticVersion.Parse("2.10.0") });
Check("a release is written and read back with its version", ReleaseJson.ReadCommand(ReleaseJson.Write(release)) is OpenRelease { Content.Version: { } version } && version.IsNewerThan(SemanticVersion.Parse("2.9.0")));
Check("a release of what is no version is refused with every fault", Faults("v2.04") == 3);

var window = new Window(
    new RuleId("night"), "Night", "Europe/London", Recurrence.Weekly(new LocalTime(22, 0), IsoDayOfWeek.Tuesday), RuleLength.Until(new LocalTime(6, 0)), Scope.Everything);
var calendar = ChangeCalendar.Define(new CalendarId("nights"), 1, CalendarDefault.ClosedByDefault, [window], DateTimeZoneProviders.Tzdb);
var question = CalendarQuestion.For(new Target(new ServiceId("payments"), new EnvironmentId("production")));
Check("a calendar answers", calendar.At(clock.GetCurrentInstant(), question).NextOpening?.At == Instant.FromUtc(2026, 11, 3, 22, 0));
var file = CalendarText.Write(CalendarExport.Of(calendar, new CalendarExportSettings(new LocalDate(2026, 11, 2))).GetFileOrThrow(), clock.GetCurrentInstant());
Check("it is a file, and read back", CalendarText.ReadText(file, DateTimeZoneProviders.Tzdb).GetValueOrThrow().Entries.Single().Uid == "night@nights");
Check("cron is a rule", CronText.ReadRule("0 22 * * 2").GetValueOrThrow().ToString() == "FREQ=WEEKLY;BYDAY=TU;BYHOUR=22;BYMINUTE=0;BYSECOND=0");
var checking = args[0].Replace("ChangeRelease.Domain.", "ChangeRelease.Domain.Testing.", StringComparison.Ordinal);
Check("the package for tests holds library, documentation, readme and icon", Entries(checking).IsSupersetOf(
    ["lib/net10.0/ChangeRelease.Domain.Testing.dll", "lib/net10.0/ChangeRelease.Domain.Testing.xml", "README.md", "icon.png"]));
var random = RandomProblems.Small(7);
var plan = Planner.Plan(random.Problem, new PlannerOptions { Budget = PlanningBudget.OfSchedules(100) });
Check("a plan is right in the eyes of the checker", random.Checker().Check(plan).Count == 0);
Check("a plan that is not is told from one that is", random.Checker().Check([new PlacedItem(new WorkItemId("nobody"), random.Problem.Draft.Horizon)]).Count > 0);
Check("a quorum is exact", Ask.Of(2, new RoleId("cab")).ToString() == "2 of cab");

Console.WriteLine($"consumer: {passed} passed, {failed} failed");
return failed == 0 ? 0 : 1;

void Check(string what, bool holds)
{
    (passed, failed) = holds ? (passed + 1, failed) : (passed, failed + 1);
    Console.WriteLine($"{(holds ? "ok    " : "FAILED")} {what}");
}

int Faults(string text)
{
    try
    {
        var bytes = System.Text.Encoding.UTF8.GetString(ReleaseJson.Write(release)).Replace("2.10.0", text, StringComparison.Ordinal);
        return ReleaseJson.ReadCommand(System.Text.Encoding.UTF8.GetBytes(bytes)) is null ? 0 : -1;
    }
    catch (System.Text.Json.JsonException wrong)
    {
        return (wrong.InnerException as VersionException)?.Faults.Count ?? 0;
    }
}

static HashSet<string> Entries(string package)
{
    using var archive = ZipFile.OpenRead(package);
    return [.. archive.Entries.Select(entry => entry.FullName)];
}

static string Nuspec(string package)
{
    using var archive = ZipFile.OpenRead(package);
    using var reader = new StreamReader(archive.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open());
    return reader.ReadToEnd();
}

internal sealed class FixedClock(Instant now) : IClock
{
    public Instant GetCurrentInstant() => now;
}
