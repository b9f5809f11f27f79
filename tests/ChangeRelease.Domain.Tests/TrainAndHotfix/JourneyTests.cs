using System.Globalization;
using System.Text.Json;
using Sample = TrainAndHotfix.Program;

namespace ChangeRelease.Domain.Tests.TrainAndHotfix;

/// <summary>The sample of a weekly train and a hotfix that overtakes it.</summary>
public sealed class JourneyTests
{
    [Fact]
    public async Task It_tells_every_part_of_the_journey_and_each_no_says_why()
    {
        var told = await Told();

        told.Should()
            .Contain("no: The package was not deployed to test. Deploy it to test.")
            .And.Contain("no: The package in hand is another than the one of the release.")
            .And.Contain("no: Others hold every place in test. Wait until 2026-10-28T11:35:00Z.")
            .And.Contain("no: The package soaks in staging until 2026-10-28T23:15:00Z.")
            .And.Contain("no: Others hold every place in production-eu. Take slots in which production-eu has a place left.")
            .And.Contain("CHG-103: it is Authorizing, and not authorized\n")
            .And.Contain("no: The cut-off of 2026-11-03T20:00:00 was at 2026-11-02T20:00:00Z")
            .And.Contain("CHG-103 waits for 2026-11-10: it is Authorizing, and not authorized\n")
            .And.Contain("2026-11-03, Closed: REL-41, REL-42\n")
            .And.Contain("production-eu: 5 % have it, [2.3.9, 2.4.0] serve\n")
            .And.Contain("no: The stage eu canary bakes until 2026-11-03T20:20:00Z.")
            .And.Contain("REL-41 is Completed: release-accepted\n")
            .And.Contain("REL-42 is Paused: gate-recorded\n")
            .And.Contain("no: The gate 'error rate' failed.")
            .And.Contain("REL-42 is RolledBack: release-rolled-back\n")
            .And.Contain("production-eu: 0 % have it, [5.0.3] serve\n")
            .And.Contain("no: The freeze 'Singles' Day sale' from 2026-11-05 00:00 to 2026-11-12 00:00 Europe/London is in force")
            .And.Contain("CHG-103 waits for 2026-11-17: it falls into the Singles' Day sale\n")
            .And.Contain("overtaken: the train of 2026-11-17\n")
            .And.Contain("REL-43 is Completed: release-accepted\n")
            .And.Contain("CHG-200 is Closed: ")
            .And.Contain("2026-11-17, Closed: CHG-103\n")
            .And.Contain("CHG-103 is Closed: ")
            .And.Contain("Every record holds the hash of the one before it, and none was changed.");
        told.Should().NotContain("\t").And.NotContain(" \n").And.NotContain("\r");
    }

    [Fact]
    public async Task Notes_are_of_what_left_and_those_outside_are_told_less()
    {
        var told = await Told();
        var outside = Section(told, "Notes of REL-41, for those who use it");
        var inside = Section(told, "Notes of REL-41, for those inside");

        outside.Should().Contain("- **checkout** pay by bank transfer\n").And.Contain("## Known errors").And.NotContain("CHG-101").And.NotContain("5114f85").And.NotContain("raise the build image");
        inside.Should().Contain("REL-41, minor: Completed").And.Contain("Pay by bank transfer (CHG-101, normal): checkout; ").And.Contain("(5114f85)").And.Contain("raise the build image");
        Section(told, "Notes of REL-42, for those who use it").Should().Contain("None: nobody has it.");
        Section(told, "Notes of REL-42, for those inside").Should().Contain("REL-42, minor: Closed");
        Section(told, "Notes of REL-43, for those who use it").Should().Contain("take cards without an address line again");
    }

    [Fact]
    public async Task As_JSON_it_tells_the_same()
    {
        var (told, json) = (await Told(), await Told("--json"));
        using var tale = JsonDocument.Parse(json);
        var lines = told.Split('\n').Select(line => line.TrimStart()).ToHashSet(StringComparer.Ordinal);
        var (steps, refusals) = (0, 0);
        foreach (var step in tale.RootElement.GetProperty("chapters").EnumerateArray().SelectMany(chapter => chapter.GetProperty("steps").EnumerateArray()))
        {
            steps++;
            told.Should().Contain($"{step.GetProperty("who").GetString(),-15} {step.GetProperty("what").GetString()}\n");
            foreach (var refusal in step.GetProperty("refusals").EnumerateArray())
            {
                refusals++;
                lines.Should().Contain($"no: {refusal.GetProperty("text").GetString()} ({refusal.GetProperty("code").GetString()})");
            }

            step.GetProperty("facts").EnumerateArray().Select(fact => fact.GetString()!).Except(lines).Should().BeEmpty();
            (step.GetProperty("events").GetArrayLength() == 0 || step.GetProperty("refusals").GetArrayLength() == 0).Should().BeTrue();
        }

        (steps, refusals).Should().Be((told.Split('\n').Count(line => line.Length > 16 && line[3] == ' ' && line[6] == '-' && line[12] == ':'), told.Split("no: ").Length - 1));
        tale.RootElement.GetProperty("notes").EnumerateArray().Select(notes => notes.GetProperty("release").GetString()).Should().Equal("REL-41", "REL-42", "REL-43");
        tale.RootElement.GetProperty("history").GetProperty("isIntact").GetBoolean().Should().BeTrue();
        tale.RootElement.EnumerateObject().Select(field => field.Name).Should().Equal("chapters", "notes", "history");
    }

    [Theory]
    [InlineData("")]
    [InlineData("--json")]
    public async Task It_tells_the_same_each_time_and_everywhere(string option)
    {
        string[] args = option.Length == 0 ? [] : [option];
        var told = await Told(args);
        (await Told(args)).Should().Be(told);

        var (culture, zone) = (CultureInfo.CurrentCulture, Environment.GetEnvironmentVariable("TZ"));
        try
        {
            foreach (var (name, place) in new[] { ("ar-SA", "Pacific/Apia"), ("tr-TR", "America/St_Johns"), ("th-TH", "Asia/Kathmandu") })
            {
                CultureInfo.CurrentCulture = new CultureInfo(name);
                Environment.SetEnvironmentVariable("TZ", place);
                TimeZoneInfo.ClearCachedData();
                (await Told(args)).Should().Be(told);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
        }
    }

    [Theory]
    [InlineData("--jsno")]
    [InlineData("--json", "--json")]
    [InlineData("journey.txt")]
    public async Task A_wrong_command_line_is_refused(params string[] args)
    {
        var (to, errors) = (new StringWriter(), new StringWriter());

        (await Sample.RunAsync(args, to, errors)).Should().Be(2);

        to.ToString().Should().BeEmpty();
        errors.ToString().Should().Contain(string.Join(' ', args)).And.Contain("--json: the same journey as JSON");
    }

    private static async Task<string> Told(params string[] args)
    {
        var (to, errors) = (new StringWriter(), new StringWriter());
        (await Sample.RunAsync(args, to, errors)).Should().Be(0);
        errors.ToString().Should().BeEmpty();
        return to.ToString().ReplaceLineEndings("\n");
    }

    private static string Section(string told, string title)
    {
        var begin = told.IndexOf($"== {title}\n", StringComparison.Ordinal);
        begin.Should().BeGreaterThan(0, title);
        var end = told.IndexOf("\n== ", begin + 1, StringComparison.Ordinal);
        return told[begin..(end < 0 ? told.Length : end)];
    }
}
