using System.Text.Json;
using System.Text.Json.Nodes;
using QuickStart;

namespace ChangeRelease.Domain.Tests.QuickStart;

/// <summary>Input that is unusual and yet valid: the sample says where each got stuck, and every reason.</summary>
public sealed class UnusualInputTests
{
    [Fact]
    public async Task Without_a_release_its_changes_take_slots_of_their_own()
    {
        var printed = await RunAsync(changes: root =>
        {
            root.Remove("releases");
            root["changes"]![0]!.AsObject().Remove("aboard");
            root["changes"]![2]!.AsObject().Remove("aboard");
        });

        printed.Exit.Should().Be(App.Done);
        printed.Root.GetProperty("releases").GetArrayLength().Should().Be(0);
        States(printed).Should().Equal("Closed", "Closed", "Closed", "Closed", "Closed");
    }

    [Fact]
    public async Task Ten_normal_changes_share_windows_with_one_place()
    {
        var printed = await RunAsync(
            calendar: root => root["windows"] = new JsonArray(Window(capacity: 1)),
            changes: root => Multiply(root, 10));

        printed.Exit.Should().Be(App.Done);
        var starts = printed.Root.GetProperty("changes").EnumerateArray().Select(change => change.GetProperty("slots")[0].GetProperty("start").GetProperty("utc").GetString()).ToList();
        starts.Should().HaveCount(10).And.OnlyHaveUniqueItems("each window holds one change");
        printed.Root.GetProperty("changes")[9].GetProperty("whyNotEarlier").EnumerateArray().Select(why => why.GetProperty("kind").GetString()).Should().Contain("Full");
    }

    [Fact]
    public async Task A_rule_of_RFC_5545_opens_as_the_weekdays_do_that_it_names()
    {
        var plain = await RunAsync();
        var byRule = await RunAsync(calendar: root =>
        {
            var train = root["windows"]![3]!.AsObject();
            train.Remove("on");
            train.Remove("at");
            train["rule"] = "FREQ=WEEKLY;BYDAY=TU,WE,TH";
            train["from"] = "2026-01-06T11:00";
            train["except"] = new JsonArray("2026-01-06");
        });

        byRule.Exit.Should().Be(App.Done);
        Slots(byRule).Should().Equal(Slots(plain));
    }

    [Fact]
    public async Task Without_any_free_slot_everything_that_needs_one_is_stuck_and_says_why()
    {
        var printed = await RunAsync(calendar: root => root["windows"] = new JsonArray(Window(capacity: 1).With("services", new JsonArray("other"))));

        printed.Exit.Should().Be(App.Stuck);
        States(printed).Should().Equal("Approved", "Approved", "Approved", "Closed", "Closed");
        Unfinished(printed).Should().HaveCount(4).And.OnlyContain(why => why.Contains("slot.closed") || why.Contains("carrier.not-ready"));
        printed.Root.GetProperty("releases")[0].GetProperty("whyNotEarlier").GetArrayLength().Should().BeGreaterThan(0);
    }

    [Fact]
    public async Task Without_a_quorum_for_emergencies_the_emergency_cannot_be_ratified()
    {
        var printed = await RunAsync(changes: root => Remove(root["policy"]!["quorums"]!.AsArray(), rule => rule["class"]!.GetValue<string>() == "emergency"));

        printed.Exit.Should().Be(App.Stuck);
        States(printed)[3].Should().Be("Ratifying");
        Unfinished(printed).Should().ContainSingle().Which.Should().Contain("change.ratification.policy-missing");
    }

    [Fact]
    public async Task Without_approvers_nothing_is_approved_that_needs_approval()
    {
        var printed = await RunAsync(changes: root =>
        {
            foreach (var item in root["changes"]!.AsArray().Concat(root["releases"]!.AsArray()))
            {
                item!.AsObject().Remove("approvers");
            }
        });

        printed.Exit.Should().Be(App.Stuck);
        States(printed).Should().Equal("Authorizing", "Authorizing", "Approved", "Ratifying", "Ratifying");
        Unfinished(printed).Where(why => why.Contains("approvals-missing")).Should().HaveCount(5);
    }

    [Fact]
    public async Task Nothing_at_all_comes_to_its_end_at_once()
    {
        var printed = await RunAsync(changes: root => (root["changes"], root["releases"]) = (new JsonArray(), new JsonArray()));

        printed.Exit.Should().Be(App.Done);
        States(printed).Should().BeEmpty();
    }

    [Fact]
    public async Task A_change_that_says_next_to_nothing_is_told_everything_it_lacks()
    {
        var printed = await RunAsync(changes: root =>
        {
            root.Remove("releases");
            root["changes"] = new JsonArray(JsonNode.Parse("""{ "id": "CHG-0", "type": "normal", "title": "?", "requester": "bo", "services": [], "environments": [] }"""));
        });

        printed.Exit.Should().Be(App.Stuck);
        Unfinished(printed).Should().ContainSingle().Which.Should().Contain("change.justification.missing").And.Contain("change.services.missing").And.Contain("change.effort.missing").And.Contain("change.test-plan.missing");
    }

    [Fact]
    public async Task Glass_is_broken_no_more_often_than_the_terms_say()
    {
        var printed = await RunAsync(changes: root =>
        {
            root["emergencyTerms"]!["breakGlassLimit"] = 1;
            root["changes"]!.AsArray().Add(root["changes"]![3]!.DeepClone().AsObject().With("id", "CHG-6"));
        });

        printed.Output.Should().Contain("change.emergency.break-glass-used-up");
        States(printed)[5].Should().Be("Closed", "the second emergency waits for its board instead");
    }

    [Theory]
    [InlineData("2026-01-01")]
    [InlineData("2026-03-07")]
    [InlineData("2026-12-18")]
    [InlineData("2199-12-31")]
    [InlineData("1970-01-01")]
    public async Task Any_day_may_be_the_first(string day)
    {
        var printed = await Sample.RunAsync("--from", day);

        printed.Exit.Should().BeOneOf(App.Done, App.Stuck);
        printed.Output.Should().Contain("Summary");
    }

    [Fact]
    public async Task Names_and_titles_of_any_kind_keep_the_page_whole()
    {
        var printed = await Sample.RunOnAsync(
            Sample.Calendar,
            Sample.Changes.With("\"id\": \"CHG-2\"", $"\"id\": \"{new string('x', 256)}\"").With("Search by section", "\\u001b[31mred\\u202e\\n# 😀 " + string.Concat(Enumerable.Repeat("😀", 100))));

        printed.Exit.Should().Be(App.Done);
        printed.Output.Should().NotContain("\u001b").And.NotContain("\u202e");
        printed.Output.Split('\n').Should().OnlyContain(line => line.Length <= 80);
    }

    private static async Task<(int Exit, string Output, JsonElement Root)> RunAsync(Action<JsonObject>? calendar = null, Action<JsonObject>? changes = null)
    {
        var printed = await Sample.RunOnAsync(Edited(Sample.Calendar, calendar), Edited(Sample.Changes, changes), "--format", "json");
        printed.Errors.Should().BeEmpty();
        using var document = JsonDocument.Parse(printed.Output);
        return (printed.Exit, printed.Output, document.RootElement.Clone());
    }

    private static string Edited(string text, Action<JsonObject>? edit)
    {
        var root = JsonNode.Parse(text)!.AsObject();
        edit?.Invoke(root);
        return root.ToJsonString();
    }

    private static List<string?> States((int Exit, string Output, JsonElement Root) printed) =>
        [.. printed.Root.GetProperty("changes").EnumerateArray().Select(change => change.GetProperty("state").GetString())];

    private static List<string> Unfinished((int Exit, string Output, JsonElement Root) printed) =>
        [.. printed.Root.GetProperty("unfinished").EnumerateArray().Select(unfinished => unfinished.GetProperty("why").GetString()!)];

    private static JsonObject Window(int capacity) => JsonNode.Parse("""{ "id": "daily", "title": "Daily", "on": ["Mon", "Tue", "Wed", "Thu"], "at": "12:00", "for": "PT2H" }""")!.AsObject().With("capacity", capacity);

    private static void Multiply(JsonObject root, int count)
    {
        root.Remove("releases");
        var first = root["changes"]![0]!.AsObject().With("acceptableTimes", JsonNode.Parse("""[{ "from": "PT0S", "until": "P60D" }]"""));
        first.Remove("aboard");
        root["changes"] = new JsonArray([.. Enumerable.Range(1, count).Select(number => first.DeepClone().AsObject().With("id", $"CHG-{number}"))]);
    }

    private static IEnumerable<string> Slots((int Exit, string Output, JsonElement Root) printed) => printed.Root.GetProperty("changes").EnumerateArray()
        .Concat(printed.Root.GetProperty("releases").EnumerateArray())
        .Select(item => item.GetProperty("slots").ToString());

    private static void Remove(JsonArray items, Func<JsonNode, bool> which)
    {
        foreach (var item in items.Where(item => which(item!)).ToList())
        {
            items.Remove(item);
        }
    }
}

/// <summary>Edits JSON in a sentence.</summary>
internal static class JsonEdits
{
    public static JsonObject With(this JsonObject target, string name, JsonNode? value)
    {
        target[name] = value;
        return target;
    }
}
