using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Changes.Journeys;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Changes.Freezes;

/// <summary>Whom a freeze does not stop, and how many pass it (S-34, S-48).</summary>
public sealed class ExemptionTests
{
    private static readonly RoleId Sre = new("sre");
    private static readonly ChangeClass Patch = new("security-patch");
    private static readonly Slot Within = new(Cast.Frozen.Start + Duration.FromHours(2), Cast.Frozen.Start + Duration.FromHours(5));
    private static readonly Freeze Audit = (Freeze)Cast.Calendar.Rules.Single();
    private static readonly DirectorySnapshot Directory = Cast.Directory with { Memberships = Cast.Directory.Memberships.With(new Membership(Sre, [Cast.Oscar.Id])) };

    [Fact]
    public void A_role_passes_for_who_acts_in_it_at_each_act_anew()
    {
        var traveler = Approved();
        var facts = new Func<ChangeFacts, ChangeFacts>(known => known with { Calendar = With(Audit with { ExemptRoles = [Sre] }), Directory = Directory });

        Told(traveler, traveler.By(Cast.Rex, new ScheduleChange(Within)), facts).Should().Equal("change.slot.frozen");
        Told(traveler, traveler.By(Cast.Oscar, new ScheduleChange(Within)), known => facts(known) with { Directory = null }).Should().Contain("change.slot.frozen", "what is not known exempts nobody");
        Do(traveler, traveler.By(Cast.Oscar, new ScheduleChange(Within)), facts);

        var start = traveler.Good("Start").Facts.Stamp.At;
        Told(traveler, traveler.By(Cast.Rex, new StartChange(), start), facts).Should().Equal("change.slot.frozen");
        Told(traveler, traveler.By(Cast.Oscar, new StartChange(), start), facts).Should().BeEmpty();
    }

    [Fact]
    public void A_service_account_passes_in_the_role_of_who_answers_for_it()
    {
        var traveler = Approved();
        var robot = Actor.Service(new ActorId("robot"), Cast.Oscar.Id);
        ChangeFacts Facts(ChangeFacts known) => known with { Calendar = With(Audit with { ExemptRoles = [Sre] }), Directory = Directory with { ServiceAccounts = [new ServiceAccount(robot.Id, Cast.Oscar.Id)] } };

        Told(traveler, traveler.By(robot, new ScheduleChange(Within)), Facts).Should().BeEmpty();
        Told(traveler, traveler.By(Actor.Service(robot.Id, null), new ScheduleChange(Within)), Facts).Should().Equal("change.slot.frozen");
    }

    [Fact]
    public void A_class_is_what_the_host_says_and_no_tag_of_the_change()
    {
        var traveler = new Traveler("normal", Cast.Content with { Tags = [Patch.Value] }) { Now = Cast.Frozen.Start - Duration.FromDays(2) }.Go("Submit", "CompleteAssessment", "Authorize");
        var move = traveler.By(Cast.Oscar, new ScheduleChange(Within));
        var calendar = With(Audit with { Exempt = [Patch] });

        Told(traveler, move, known => known with { Calendar = calendar }).Should().Equal("change.slot.frozen");
        var scheduled = Do(traveler, move, known => known with { Calendar = calendar, Classes = [Patch] });
        scheduled.Header.Basis.Should().Contain(fact => fact.Name == "classes" && fact.Value == "[security-patch]");
    }

    [Fact]
    public void Who_was_overridden_for_counts_among_those_who_pass()
    {
        var traveler = Approved().Go("RequestOverride", "OverrideFreeze");
        ChangeFacts Facts(ChangeFacts known, int others) => known with
        {
            Calendar = With(Audit with { MostPassing = 2 }),
            Bookings = Bookings.None with { Others = Enumerable.Repeat(new Holding(Within, [.. Targets(traveler)]), others).ToValueList() },
        };

        Told(traveler, traveler.By(Cast.Oscar, new ScheduleChange(Within)), known => Facts(known, 1)).Should().BeEmpty();
        Told(traveler, traveler.By(Cast.Oscar, new ScheduleChange(Within)), known => Facts(known, 2)).Should().Equal("change.slot.full");
        Told(traveler, traveler.By(Cast.Oscar, new ScheduleChange([Within, new Slot(Within.End, Within.End + Duration.FromHours(3))])), known => Facts(known, 1)).Should().Equal(["change.slot.full"], "each slot takes a place");
    }

    [Fact]
    public void An_emergency_that_is_exempt_waits_when_no_more_may_pass_and_is_told_until_when()
    {
        var traveler = new Traveler("emergency") { Now = Cast.Frozen.Start + Duration.FromHours(1) }.Go("Submit", "Authorize");
        ChangeFacts Facts(ChangeFacts known, int others) => known with
        {
            Calendar = With(Audit with { MostPassing = 1 }),
            Bookings = Bookings.None with { Others = Enumerable.Repeat(new Holding(Within, [.. Targets(traveler)]), others).ToValueList() },
        };
        var move = traveler.By(Cast.Oscar, new StartChange());

        Told(traveler, move, known => Facts(known, 0)).Should().BeEmpty();
        Told(traveler, move, known => Facts(known, 0) with { Bookings = null }).Should().Contain("change.slot.exemption-used-up");
        var refusal = traveler.Ask(move with { Facts = Facts(move.Facts, 1) }).Refusals.Single();
        (refusal.Code, refusal.Earliest).Should().Be(("change.slot.exemption-used-up", Cast.Frozen.End));
        Told(traveler, traveler.By(Cast.Oscar, new StartChange(), Cast.Frozen.End), known => Facts(known, 1)).Should().BeEmpty();
        Told(traveler, traveler.By(Cast.Oscar, new StartChange(), Cast.Frozen.End - Duration.FromNanoseconds(1_000)), known => Facts(known, 1)).Should().ContainSingle();
    }

    [Fact]
    public void A_freeze_until_further_notice_names_who_to_ask()
    {
        var traveler = Approved();
        var endless = Freeze.UntilFurtherNotice(new RuleId("outage"), "outage", "Etc/UTC", Cast.Frozen.Start.InUtc().LocalDateTime, Scope.Everything, string.Empty, new FreezeNotice(new ActorId("olga"), Cast.Frozen.End));
        var move = traveler.By(Cast.Oscar, new ScheduleChange(Within));

        var refusal = traveler.Ask(move with { Facts = move.Facts with { Calendar = With(endless) } }).Refusals.Single();

        refusal.Remedies.Select(remedy => remedy.Text).Should().Contain("Ask olga, who owns it and looks at it again at 2026-11-21T00:00:00Z");
    }

    private static Traveler Approved() => new Traveler("normal") { Now = Cast.Frozen.Start - Duration.FromDays(2) }.Go("Submit", "CompleteAssessment", "Authorize");

    private static ChangeCalendar With(Freeze freeze) => ChangeCalendar.Define(Cast.Calendar.Id, 2, CalendarDefault.OpenByDefault, [freeze], DateTimeZoneProviders.Tzdb);

    private static IEnumerable<Target> Targets(Traveler traveler) =>
        traveler.Change.Content.Services.SelectMany(service => traveler.Change.Content.Environments.Select(environment => new Target(service, environment)));

    private static IEnumerable<string> Told(Traveler traveler, Move move, Func<ChangeFacts, ChangeFacts> facts) =>
        traveler.Ask(move with { Facts = facts(move.Facts) }).Refusals.Where(refusal => !refusal.IsUnjudged).Select(refusal => refusal.Code);

    private static ChangeEvent Do(Traveler traveler, Move move, Func<ChangeFacts, ChangeFacts> facts) =>
        traveler.Do(move with { Facts = facts(move.Facts) }).Events.Single();
}
