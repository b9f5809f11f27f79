using System.Reflection;
using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Changes.Journeys;
using NodaTime;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Changes.Rules;

/// <summary>A rule record that is deleted, emptied or spoilt never opens a gate (S-4, S-8).</summary>
public sealed class FailClosedTests(ITestOutputHelper output)
{
    private static readonly Freeze Frozen = new(
        new RuleId("f"), "f", "Etc/UTC", Recurrence.Once(new LocalDateTime(2026, 1, 1, 0, 0)), RuleLength.For(Duration.FromDays(3_000)), Scope.Everything, string.Empty);

    private static readonly (string Name, Func<ChangeFacts, ChangeFacts> Spoil)[] Spoilt =
    [
        ("a policy without rules", facts => facts with { Policy = facts.Policy! with { Rules = [] } }),
        ("a policy for other classes", facts => facts with { Policy = facts.Policy! with { Rules = facts.Policy.Rules.Select(rule => new ApprovalRule("another", rule.Act, rule.Asks)).ToValueList() } }),
        ("a policy that says everything twice", facts => facts with { Policy = facts.Policy! with { Rules = facts.Policy.Rules.With(facts.Policy.Rules) } }),
        ("a policy that asks nobody who is there", facts => facts with { Policy = facts.Policy! with { Rules = facts.Policy.Rules.Select(rule => new ApprovalRule(rule.SubjectClass, rule.Act, Ask.Of(1, new RoleId("nobody")))).ToValueList() } }),
        ("a policy for another authority", facts => facts with { Policy = facts.Policy! with { Rules = facts.Policy.Rules.Select(rule => new ApprovalRule(rule.SubjectClass, rule.Act, rule.Asks) { Authority = new AuthorityId("another") }).ToValueList() } }),
        ("a directory without roles", facts => facts with { Directory = facts.Directory! with { Memberships = [] } }),
        ("a directory of empty roles", facts => facts with { Directory = facts.Directory! with { Memberships = facts.Directory.Memberships.Select(role => role with { Members = [] }).ToValueList() } }),
        ("a directory of other people", facts => facts with { Directory = Cast.NewBoard }),
        ("a calendar that never opens", facts => facts with { Calendar = Of(CalendarDefault.ClosedByDefault) }),
        ("a calendar that is frozen", facts => facts with { Calendar = Of(CalendarDefault.OpenByDefault, Frozen) }),
        ("bookings without the own one", facts => facts with { Bookings = Bookings.None }),
        ("a template that is not published", facts => facts with { Template = Cast.Lapsed }),
        ("an incident that is another", facts => facts with { Emergency = Cast.Emergency with { Incident = new KnownIncident(new IncidentId("another"), Grade.Critical) } }),
    ];

    // What each gate looks at, by the rules: Authorize counts votes; Schedule and Start look at time, too; a template's authority is the template.
    private static readonly (string Model, string Trigger, string[] Way, string[] Looks)[] Gates =
    [
        ("normal", "Authorize", ["Submit", "CompleteAssessment"], ["Policy", "Directory"]),
        ("normal", "Schedule", ["Submit", "CompleteAssessment", "Authorize"], ["Calendar", "Bookings"]),
        ("normal", "Start", ["Submit", "CompleteAssessment", "Authorize", "Schedule"], ["Policy", "Directory", "Calendar", "Bookings"]),
        ("normal", "OverrideFreeze", ["Submit", "CompleteAssessment", "Authorize"], ["Directory", "Calendar"]),
        ("standard", "Authorize", ["Submit"], ["Policy", "Directory", "Template"]),
        ("standard", "Start", ["Submit", "Authorize", "Schedule"], ["Policy", "Directory", "Template", "Calendar", "Bookings"]),
        ("pre-approved", "Submit", [], ["Template"]),
        ("pre-approved", "Schedule", ["Submit"], ["Template", "Calendar", "Bookings"]),
        ("pre-approved", "Start", ["Submit", "Schedule"], ["Template", "Calendar", "Bookings"]),
        ("emergency", "Authorize", ["Submit"], ["Policy", "Directory", "Emergency"]),
        ("emergency", "Start", ["Submit", "Authorize"], ["Policy", "Directory", "Emergency", "Calendar"]),
        ("emergency", "BreakGlass", ["RequestBreakGlass"], ["Emergency", "Calendar", "Directory"]),
        ("emergency", "Ratify", ["Submit", "Authorize", "Start", "Complete"], ["Policy", "Directory"]),
        ("retrospective", "Ratify", ["Submit"], ["Policy", "Directory"]),
    ];

    [Fact]
    public void Every_record_that_a_gate_looks_at_closes_it_when_it_is_missing()
    {
        var closed = 0;
        foreach (var (model, trigger, way, looks) in Gates)
        {
            foreach (var record in Records)
            {
                var decision = Situation.Of(new Traveler(model).Go(way), trigger) is var good ? (good with { Facts = Without(good.Facts, record) }).Decide() : null!;
                (decision.Refusals.Count > 0).Should().Be(looks.Contains(record.Name), "{0} of {1} without {2}", trigger, model, record.Name);
                closed += decision.Refusals.Count > 0 ? 1 : 0;
            }
        }

        output.WriteLine($"{Gates.Length} gates × {Records.Count} records, {closed} closed");
        closed.Should().Be(Gates.Sum(gate => gate.Looks.Length));
    }

    [Fact]
    public void A_spoilt_record_never_opens_a_gate_that_looks_at_it()
    {
        foreach (var (model, trigger, way, looks) in Gates)
        {
            foreach (var (name, spoil) in Spoilt)
            {
                var good = Situation.Of(new Traveler(model).Go(way), trigger);
                var spoilt = good with { Facts = spoil(good.Facts) };
                var differing = Records.Where(record => !Equals(record.GetValue(good.Facts), record.GetValue(spoilt.Facts))).Select(record => record.Name).ToList();
                if (differing.Intersect(looks).Any() && IsAsked(model, trigger, name))
                {
                    spoilt.Decide().Refusals.Should().NotBeEmpty("{0} of {1} with {2}", trigger, model, name);
                }
                else
                {
                    spoilt.Decide().Refusals.Should().BeEmpty("{0} of {1} does not look at {2}", trigger, model, name);
                }
            }
        }
    }

    [Fact]
    public void One_rule_more_in_a_policy_never_makes_fewer_approvals_do()
    {
        foreach (var (model, trigger, way, _) in Gates.Where(gate => gate.Looks.Contains("Policy")))
        {
            var good = Situation.Of(new Traveler(model).Go(way), trigger);
            var unvoted = good with { Change = good.Change with { Votes = [] } };
            foreach (var rule in new[] { "normal", "standard", "emergency", "retrospective", "another" }.SelectMany(name => Enum.GetValues<ApprovalAct>().Select(act => new ApprovalRule(name, act, Ask.Of(1, new RoleId("anybody"))))))
            {
                (unvoted with { Facts = unvoted.Facts with { Policy = Cast.Policy with { Rules = Cast.Policy.Rules.With(rule) } } }).Decide().Refusals.Should().NotBeEmpty("{0} of {1} with one more rule for {2}", trigger, model, rule.SubjectClass);
            }
        }
    }

    private static List<PropertyInfo> Records { get; } = [.. typeof(ChangeFacts).GetProperties()
        .Where(property => property.CanWrite && property.Name is "Calendar" or "Bookings" or "Directory" or "Policy" or "Template" or "Emergency")];

    private static ChangeCalendar Of(CalendarDefault byDefault, params CalendarRule[] rules) =>
        ChangeCalendar.Define(new CalendarId("main"), 2, byDefault, [.. rules], DateTimeZoneProviders.Tzdb);

    private static ChangeFacts Without(ChangeFacts facts, PropertyInfo record)
    {
        var copy = facts with { };
        record.SetValue(copy, null);
        return copy;
    }

    // Breaking glass asks the directory for service accounts only, overriding for a role that others have, too. An emergency passes a window that is closed, since it books from now on; a slot not yet booked needs no own booking.
    private static bool IsAsked(string model, string trigger, string spoilt) => spoilt switch
    {
        "bookings without the own one" => trigger == "Start",
        "a calendar that never opens" => model != "emergency",
        "a directory of other people" => trigger is not ("BreakGlass" or "OverrideFreeze"),
        _ when spoilt.StartsWith("a directory", StringComparison.Ordinal) => trigger != "BreakGlass",
        _ => true,
    };
}
