using System.Reflection;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Changes.Journeys;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Changes.Planning;

/// <summary>Votes are bound to every part of every task, by reflection, so that a new part cannot be forgotten (S-23).</summary>
public sealed class PlanDigestTests
{
    private static readonly PlanTask Task = new("switch")
    {
        Owner = TaskOwner.Of(new ActorId("uma")),
        Length = Duration.FromMinutes(5),
        Outages = [new Outage(new ServiceId("payments"), Duration.FromMinutes(2))],
        Evidence = "the log",
    };

    private static readonly Dictionary<string, PlanTask[]> Edits = new(StringComparer.Ordinal)
    {
        [nameof(PlanTask.Name)] = [new("switched") { Owner = Task.Owner, Length = Task.Length, Outages = Task.Outages, Evidence = Task.Evidence }],
        [nameof(PlanTask.Owner)] = [Task with { Owner = null }, Task with { Owner = TaskOwner.Of(new RoleId("uma")) }, Task with { Owner = TaskOwner.Of(new ActorId("ivan")) }],
        [nameof(PlanTask.Length)] = [Task with { Length = null }, Task with { Length = Task.Length + Duration.FromNanoseconds(1_000) }],
        [nameof(PlanTask.IsPointOfNoReturn)] = [Task with { IsPointOfNoReturn = true }],
        [nameof(PlanTask.Outages)] = [Task with { Outages = [] }, Task with { Outages = [new(new ServiceId("payments"), Duration.FromMinutes(3))] }, Task with { Outages = [new(new ServiceId("ledger"), Duration.FromMinutes(2))] }],
        [nameof(PlanTask.Evidence)] = [Task with { Evidence = string.Empty }, Task with { Evidence = "a log" }],
    };

    public static IEnumerable<object[]> Parts =>
        from part in typeof(PlanTask).GetProperties(BindingFlags.Public | BindingFlags.Instance)
        from plan in Enum.GetValues<PlanKind>()
        select new object[] { part.Name, plan };

    [Theory]
    [MemberData(nameof(Parts))]
    public void Every_part_of_a_task_is_material(string part, PlanKind plan)
    {
        Edits.Should().ContainKey(part, "a new part needs an edit here");
        var before = With(plan, Task);
        var edited = Edits[part].Select(task => With(plan, task)).ToList();

        edited.Append(before).Select(content => ChangeFields.DigestOf("normal", content)).Should().OnlyHaveUniqueItems();
        edited.Should().AllSatisfy(after =>
        {
            ChangeFields.IsMaterial(before, after).Should().BeTrue();
            ChangeFields.Changed(before, after).Should().Equal($"{plan}Plan");
        });
    }

    [Fact]
    public void The_order_of_tasks_and_the_plan_they_are_in_are_material()
    {
        var (first, second) = (new PlanTask("a"), new PlanTask("b"));
        ValueList<ChangeContent> contents =
        [
            With(PlanKind.Implementation, first, second), With(PlanKind.Implementation, second, first), With(PlanKind.Implementation, first),
            With(PlanKind.Test, first, second), With(PlanKind.Remediation, first, second), With(PlanKind.Implementation, new PlanTask("a\",\"b")),
        ];

        contents.Select(content => ChangeFields.DigestOf("normal", content)).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Two_contents_have_one_digest_exactly_when_their_plans_are_equal()
    {
        var work = new PlannedWork(43);
        var contents = Enumerable.Range(0, 600).Select(_ => new ChangeContent { ImplementationPlan = work.Plan(2), TestPlan = work.Plan(1) }).ToList();

        contents.Distinct().Should().HaveCountLessThan(600).And.HaveCountGreaterThan(300);
        contents.Select(content => ChangeFields.DigestOf("normal", content)).Distinct().Should().HaveCount(contents.Distinct().Count());
    }

    private static ChangeContent With(PlanKind plan, params PlanTask[] tasks) => plan switch
    {
        PlanKind.Implementation => Cast.Content with { ImplementationPlan = ChangePlan.Of(tasks) },
        PlanKind.Test => Cast.Content with { TestPlan = ChangePlan.Of(tasks) },
        _ => Cast.Content with { RemediationPlan = ChangePlan.Of(tasks) },
    };
}
