using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Changes.Planning;

/// <summary>What a plan is, and what it refuses to hold.</summary>
public sealed class ChangePlanTests
{
    private static readonly Duration Century = Duration.FromDays(36_525);

    [Fact]
    public void A_plan_may_be_one_line()
    {
        ChangePlan.Of("Restart").Should().Be(new ChangePlan([new PlanTask("Restart")]));
        ChangePlan.Of("Restart").ToString().Should().Be("Restart");
        ChangePlan.Empty.Tasks.Should().BeEmpty();
        ChangePlan.Empty.StatedLength.Should().Be(Duration.Zero);
    }

    [Fact]
    public void A_plan_reads_aloud()
    {
        var plan = ChangePlan.Of(
            new PlanTask("Drain") { Owner = TaskOwner.Of(new ActorId("ivan")), Length = Duration.FromMinutes(10) },
            new PlanTask("Switch") { Owner = TaskOwner.Of(new RoleId("dba")), IsPointOfNoReturn = true, Outages = [new Outage(new ServiceId("payments"), Duration.FromMinutes(5))] });

        plan.ToString().Should().Be("Drain (ivan, 10 min); Switch (role dba, point of no return, down: payments 5 min)");
        plan.StatedLength.Should().Be(Duration.FromMinutes(10));
    }

    [Fact]
    public void A_task_is_called_what_was_meant_in_one_normal_form()
    {
        new PlanTask(" Cafe\u0301\t").Name.Should().Be("Caf\u00e9");
        (new PlanTask("x") { Evidence = " e\u0301 " }).Should().Be(new PlanTask("x") { Evidence = "\u00e9" });
        (new PlanTask("x") { Length = Duration.FromNanoseconds(1_999) }).Length.Should().Be(Duration.FromNanoseconds(1_000));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\n")]
    public void A_task_without_a_name_is_no_task(string name) => Refused(() => new PlanTask(name), () => new PlanTask($"half {(char)0xd800}"), () => ChangePlan.Of("a", name));

    [Fact]
    public void Texts_lists_and_lengths_have_their_bounds()
    {
        Refused(() => new PlanTask(new string('x', PlanTask.MaximumTextLength + 1)), () => new PlanTask("x") { Evidence = new string('x', PlanTask.MaximumTextLength + 1) });
        Refused(() => new PlanTask("x") { Outages = Down(PlanTask.MostOutages + 1) }, () => new PlanTask("x") { Outages = Down(1).With(Down(1)) });
        Refused(() => ChangePlan.Of(Many(ChangePlan.MostTasks + 1)));
        Refused(() => new PlanTask("x") { Length = Duration.Zero }, () => new PlanTask("x") { Length = -Duration.FromSeconds(1) }, () => new PlanTask("x") { Length = Duration.FromNanoseconds(999) });
        Refused(() => new PlanTask("x") { Length = Century + Duration.FromNanoseconds(1) }, () => new Outage(new ServiceId("s"), Duration.Zero), () => new Outage(new ServiceId("s"), Duration.MaxValue));

        new PlanTask(new string('x', PlanTask.MaximumTextLength)).Name.Should().HaveLength(PlanTask.MaximumTextLength);
        new PlanTask("x") { Outages = Down(PlanTask.MostOutages) }.Outages.Should().HaveCount(PlanTask.MostOutages);
        ChangePlan.Of(Many(ChangePlan.MostTasks).Select(name => new PlanTask(name) { Length = Century })).StatedLength.Should().Be(ChangePlan.MostTasks * Century);
    }

    [Fact]
    public void An_owner_is_an_actor_or_a_role_and_not_both()
    {
        FluentActions.Invoking(() => ReadTask(Written("owner", """{"actor":"a","role":"r"}"""))).Should().Throw<JsonException>();
        FluentActions.Invoking(() => ReadTask(Written("owner", """{"actor":null,"role":null}"""))).Should().Throw<JsonException>();
        ReadTask(Written("owner", """{"actor":null,"role":"r"}""")).Owner.Should().Be(TaskOwner.Of(new RoleId("r")));
        ReadTask(Written("name", "\"x\"")).Should().Be(new PlanTask("x"));
    }

    [Theory]
    [InlineData("name", "\" \"")]
    [InlineData("length", "\"0:00:00\"")]
    [InlineData("length", "5")]
    [InlineData("outages", "null")]
    [InlineData("outages", """[{"service":"s","length":"-0:00:01"}]""")]
    [InlineData("outages", """[{"service":"s","length":"0:00:01"},{"service":"s","length":"0:00:02"}]""")]
    [InlineData("isPointOfNoReturn", "null")]
    [InlineData("demandsEvidence", "true")]
    [InlineData("isPointOfNoReturn", null)]
    [InlineData("outages", null)]
    [InlineData("evidence", null)]
    [InlineData("name", null)]
    [InlineData("owner", null)]
    public void What_is_no_task_is_not_read_and_neither_is_half_of_one(string part, string? value) =>
        FluentActions.Invoking(() => ReadTask(Written(part, value))).Should().Throw<JsonException>();

    [Fact]
    public void A_content_without_a_plan_is_not_read_as_one_with_an_empty_plan()
    {
        var whole = Encoding.UTF8.GetString(ChangeJson.Write(new AmendChange(new ChangeContent())));
        var without = whole.Replace("""
            "testPlan":{"tasks":[]},
            """, string.Empty, StringComparison.Ordinal);

        without.Should().NotBe(whole);
        FluentActions.Invoking(() => ChangeJson.ReadCommand(Encoding.UTF8.GetBytes(without))).Should().Throw<JsonException>();
        FluentActions.Invoking(() => new ChangeContent { TestPlan = null! }).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void Plans_read_back_as_they_were_written_and_compare_by_what_they_hold()
    {
        var work = new PlannedWork(41);
        var seen = new HashSet<ChangePlan>();
        for (var sample = 0; sample < 500; sample++)
        {
            var content = new ChangeContent { ImplementationPlan = work.Plan(), TestPlan = work.Plan(), RemediationPlan = work.Plan() };
            var bytes = ChangeJson.Write(new AmendChange(content));
            var read = (AmendChange)ChangeJson.ReadCommand(bytes);

            read.Content.Should().Be(content);
            read.Content.GetHashCode().Should().Be(content.GetHashCode());
            ChangeJson.Write(read).Should().Equal(bytes);
            seen.Add(content.ImplementationPlan);
        }

        seen.Should().HaveCountGreaterThan(350);
    }

    /// <summary>Reads a command whose plan has this text where a task stands.</summary>
    private static PlanTask ReadTask(string task)
    {
        var whole = Encoding.UTF8.GetString(ChangeJson.Write(new AmendChange(new ChangeContent { TestPlan = ChangePlan.Of("TASK") })));
        var spoiled = Regex.Replace(whole, """\{"name":"TASK".*?"evidence":""\}""", _ => task);
        spoiled.Should().NotBe(whole);
        return ((AmendChange)ChangeJson.ReadCommand(Encoding.UTF8.GetBytes(spoiled))).Content.TestPlan.Tasks.Single();
    }

    /// <summary>A whole task with one part of it written otherwise, or left out.</summary>
    private static string Written(string part, string? value)
    {
        var parts = new Dictionary<string, string?>(StringComparer.Ordinal) { ["name"] = "\"x\"", ["owner"] = "null", ["length"] = "null", ["isPointOfNoReturn"] = "false", ["outages"] = "[]", ["evidence"] = "\"\"" };
        parts[part] = value;
        return $"{{{string.Join(',', parts.Where(entry => entry.Value is not null).Select(entry => $"\"{entry.Key}\":{entry.Value}"))}}}";
    }

    private static IEnumerable<string> Many(int count) => Enumerable.Range(0, count).Select(at => FormattableString.Invariant($"task {at}"));

    private static ValueList<Outage> Down(int count) => Many(count).Select(name => new Outage(new ServiceId(name), Duration.FromSeconds(1))).ToValueList();

    private static void Refused(params Func<object>[] makings) => makings.Should().AllSatisfy(making => making.Should().Throw<ArgumentException>());
}
