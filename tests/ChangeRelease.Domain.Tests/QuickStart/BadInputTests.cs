using System.Text.Json;
using QuickStart;

namespace ChangeRelease.Domain.Tests.QuickStart;

/// <summary>Bad files: every fault at once, each with its place; exit code 2, and nothing done.</summary>
public sealed class BadInputTests
{
    /// <summary>A part of a file, what stands there instead, and every fault that follows: file, path, line, words of the message.</summary>
    public static TheoryData<string, string, string[]> Calendars => new()
    {
        // the document
        { "\"version\": 1,", "\"version\": 1,,", ["calendar.json $ 3 not well-formed"] },
        { "{\n  \"calendar\"", "[\n  \"calendar\"", ["calendar.json $ 2 not well-formed"] },
        { "\"version\": 1,", "\"version\": 1, \"version\": 2,", ["calendar.json $.version 3 given twice"] },
        { "\"version\": 1,", "\"version\": 1, \"owner\": \"amara\",", ["calendar.json $.owner 3 'owner' is unknown"] },
        { "\"version\": 1,", "", ["calendar.json $ 1 'version' is missing"] },
        { "\"version\": 1,", "\"version\": \"one\",", ["calendar.json $.version 3 A whole number is expected"] },
        { "\"version\": 1,", "\"version\": 0,", ["calendar.json $.version 3 below 1"] },
        { "\"version\": 1,", "\"version\": 1e999,", ["calendar.json $.version 3 A whole number is expected"] },
        { "\"otherwise\": \"closed\"", "\"otherwise\": \"shut\"", ["calendar.json $.otherwise 5 'shut' is not known"] },
        { "\"Night backports\"", "\"\\ud800\"", ["calendar.json $ 7 half a surrogate pair"] },

        // zones
        { "America/Los_Angeles", "America/Los_Angels", ["calendar.json $.zone 4 no time zone 'America/Los_Angels'"] },
        { "\"id\": \"portals\",", "\"id\": \"portals\", \"zone\": \"Europe/Atlantis\",", ["calendar.json $.windows[9].zone 16 no time zone 'Europe/Atlantis'"] },

        // rules
        { "\"id\": \"train\"", "\"id\": \"portals\"", ["calendar.json $.windows[9].id 16 The rule 'portals' is given twice"] },
        { "\"on\": [\"Mon\"], \"at\": \"08:30\", \"for\": \"PT30M\", \"services\": [\"portals\"] }", "\"on\": [\"Mon\"], \"at\": \"25:00\", \"for\": \"PT30M\", \"services\": [\"portals\"] }, { \"id\": \"portals\", \"title\": \"Again\", \"on\": [\"Mon\"], \"at\": \"26:00\", \"for\": \"PT30M\" }", ["calendar.json $.windows[9].at 16 '25:00'", "calendar.json $.windows[10].id 16 The rule 'portals' is given twice", "calendar.json $.windows[10].at 16 '26:00'"] },
        { "\"until\": \"2026-10-28T18:00\"", "\"until\": \"2026-10-28T11:00\"", ["calendar.json $.freezes[2].until 27 which is not later"] },
        { "\"for\": \"PT2H\"", "\"for\": \"-PT2H\"", ["calendar.json $.windows[3].for 10 has no time"] },
        { "\"for\": \"PT2H\"", "\"for\": \"two hours\"", ["calendar.json $.windows[3].for 10 'two hours' is not a duration"] },
        { "\"for\": \"PT2H\"", "\"for\": \"P1M\"", ["calendar.json $.windows[3].for 10 'P1M' is not a duration"] },
        { "\"for\": \"PT2H\", ", "", ["calendar.json $.windows[3] 10 how long it lasts"] },
        { "\"on\": [\"Fri\", \"Sat\", \"Sun\"], \"at\": \"00:00\", \"until\": \"00:00\", \"exempt\": [\"emergency\", \"hotfix\"]", "\"on\": [\"Mon\"], \"at\": \"08:00\", \"until\": \"12:00\"", ["calendar.json $.windows[9] 16 never opens", "calendar.json $.windows[10] 17 never opens"] },
        { "\"yearly\": \"12-19\"", "\"yearly\": \"12-32\"", ["calendar.json $.freezes[1].yearly 26 '12-32' is not a day of the year"] },
        { "\"at\": \"11:00\"", "\"at\": \"25:00\"", ["calendar.json $.windows[3].at 10 '25:00' is not a time of day"] },
        { "\"on\": [\"Tue\", \"Wed\", \"Thu\"]", "\"on\": []", ["calendar.json $.windows[3].on 10 on no day"] },
        { "\"on\": [\"Tue\", \"Wed\", \"Thu\"]", "\"on\": [\"Tuesday\"]", ["calendar.json $.windows[3].on[0] 10 'Tuesday' is not known"] },
        { "\"on\": [\"Tue\", \"Wed\", \"Thu\"]", "\"once\": \"2026-11-03T11:00\", \"on\": [\"Tue\"]", ["calendar.json $.windows[3] 10 when it starts"] },
        { "\"on\": [\"Tue\", \"Wed\", \"Thu\"], \"at\": \"11:00\"", "\"rule\": \"FREQ=WEEKLY;BYHOUR=24;BYDAY=XX\", \"from\": \"2026-09-01T11:00\"", ["calendar.json $.windows[3].rule 10 BYDAY: 'XX' is no weekday", "calendar.json $.windows[3].rule 10 BYHOUR: 24 is not from 0 to 23"] },
        { "\"on\": [\"Tue\", \"Wed\", \"Thu\"], \"at\": \"11:00\"", "\"rule\": \"FREQ=WEEKLY\"", ["calendar.json $.windows[3] 10 first start go together"] },
        { "\"on\": [\"Tue\", \"Wed\", \"Thu\"], \"at\": \"11:00\"", "\"rule\": \"FREQ=WEEKLY;UNTIL=20270101T000000Z\", \"from\": \"2026-09-01T11:00\"", ["calendar.json $.windows[3] 10 only in a zone"] },
        { "\"on\": [\"Tue\", \"Wed\", \"Thu\"], \"at\": \"11:00\"", "\"rule\": \"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\", \"from\": \"2026-09-01T11:00\"", ["calendar.json $.windows[3] 10 never takes place"] },
        { "\"capacity\": 6", "\"capacity\": 0", ["calendar.json $.windows[0].capacity 7 capacity"] },
        { "\"title\": \"Portals\"", "\"title\": \" \"", ["calendar.json $.windows[9].title 16 no title"] },

        // several at once
        {
            "\"title\": \"Weekly train\", \"on\": [\"Tue\", \"Wed\", \"Thu\"], \"at\": \"11:00\", \"for\": \"PT2H\"",
            "\"name\": \"Weekly train\", \"on\": [\"Tue\", \"Wed\", \"Thu\"], \"at\": 11, \"for\": \"PT0S\"",
            ["calendar.json $.windows[3] 10 'title' is missing", "calendar.json $.windows[3].name 10 'name' is unknown", "calendar.json $.windows[3].at 10 A text is expected"]
        },
    };

    public static TheoryData<string, string, string[]> Changes => new()
    {
        // references
        { "\"services\": [\"wiki\"], \"environments\": [\"production\"],\n      \"implementationPlan\"", "\"services\": [\"wikki\"], \"environments\": [\"moon\"],\n      \"implementationPlan\"", ["changes.json $.changes[0].services[0] 43 The service 'wikki' is unknown", "changes.json $.changes[0].environments[0] 43 The environment 'moon' is unknown"] },
        { "\"requester\": \"amara\", \"implementers\": [\"bo\"]", "\"requester\": \"nobody\", \"implementers\": [\"nobody\"]", ["changes.json $.changes[0].requester 47 The person 'nobody' is unknown", "changes.json $.changes[0].implementers[0] 47 The person 'nobody' is unknown"] },
        { "\"template\": \"site-setting\"", "\"template\": \"sight-setting\"", ["changes.json $.changes[1].template 55 The template 'sight-setting' is unknown"] },
        { "\"aboard\": \"REL-45\"", "\"aboard\": \"REL-46\"", ["changes.json $.changes[0].aboard 41 The release 'REL-46' is unknown"] },
        { "\"incident\": \"INC-417\"", "\"incident\": \"INC-1\"", ["changes.json $.changes[3].incident 77 The incident 'INC-1' is unknown"] },
        { "\"owner\": \"amara\"", "\"owner\": \"amarra\"", ["changes.json $.releases[0].owner 102 The person 'amarra' is unknown"] },

        // names
        { "\"id\": \"CHG-2\"", "\"id\": \"CHG-1\"", ["changes.json $.changes[1].id 55 The change 'CHG-1' is given twice"] },
        { "{ \"id\": \"bo\", ", "{ \"id\": \"amara\", ", ["changes.json $.people[1].id 6 The person 'amara' is given twice", "changes.json $.people[5].standsInFor[0] 10 'bo' is unknown", "changes.json $.changes[0].implementers[0] 47 'bo' is unknown", "changes.json $.changes[1].requester 61 'bo' is unknown", "changes.json $.changes[1].implementers[0] 61 'bo' is unknown", "changes.json $.changes[4].deed.by 91 'bo' is unknown"] },
        { "\"id\": \"CHG-5\"", "\"id\": \"\"", ["changes.json $.changes[4].id 88 may not be empty"] },
        { "\"id\": \"CHG-5\"", "\"id\": \" CHG-5\"", ["changes.json $.changes[4].id 88 may not begin or end with a blank"] },

        // values
        { "\"version\": \"1.46.0\"", "\"version\": \"v1.046\"", ["changes.json $.releases[0].version 97 A version has three numbers", "changes.json $.releases[0].version 97 U+0076 is not a digit", "changes.json $.releases[0].version 97 does not begin with a zero"] },
        { "\"type\": \"standard\"", "\"type\": \"usual\"", ["changes.json $.changes[1].type 55 'usual' is not known"] },
        { "\"work\": \"PT45M\"", "\"work\": \"PT0S\"", ["changes.json $.changes[0].effort.work 50 not above zero"] },
        { "\"work\": \"PT45M\"", "\"work\": \"PT0.0000001S\"", ["changes.json $.changes[0].effort.work 50 is not a duration"] },
        { "\"breakGlassLimit\": 2", "\"breakGlassLimit\": 2147483647", ["changes.json $.emergencyTerms.breakGlassLimit 34 A whole number is expected"] },
        { "\"preparation\": \"PT10M\"", "\"preparation\": \"-PT10M\"", ["changes.json $.changes[0].effort.preparation 50 below zero"] },
        { "{ \"from\": \"P1D\", \"until\": \"P14D\" }", "{ \"from\": \"P14D\", \"until\": \"P14D\" }", ["changes.json $.changes[0].acceptableTimes[0] 51 ends before it starts"] },
        { "\"from\": \"2026-11-01T00:00\"", "\"from\": \"2026-11-01T01:30\"", ["changes.json $.changes[2].acceptableTimes[0].from 74 twice that day"] },
        { "\"from\": \"2026-11-01T00:00\"", "\"from\": \"2026-03-08T02:30\"", ["changes.json $.changes[2].acceptableTimes[0].from 74 never that day"] },
        { "\"from\": \"2026-11-01T00:00\"", "\"from\": \"1 November\"", ["changes.json $.changes[2].acceptableTimes[0].from 74 '1 November' is not a moment"] },
        { "\"approvers\": 2, \"validity\"", "\"approvers\": 0, \"validity\"", ["changes.json $.policy.quorums[0].approvers 19 below 1"] },
        { "\"severity\": \"Critical\"", "\"severity\": \"critical\"", ["changes.json $.incidents[0].severity 37 'critical' is not known"] },
        { "\"title\": \"Search by section\", ", "", ["changes.json $.changes[0] 40 'title' is missing"] },
        { "\"stages\": [\"test sites\", \"small wikis\", \"all wikis\"]", "\"stages\": \"all\"", ["changes.json $.releases[0].stages 99 A list is expected"] },
        { "\"effort\": { \"preparation\": \"PT10M\"", "\"effort\": { \"prep\": \"PT10M\"", ["changes.json $.changes[0].effort.prep 50 'prep' is unknown"] },
    };

    [Theory]
    [MemberData(nameof(Calendars))]
    public async Task A_bad_calendar_tells_every_fault_and_its_place(string part, string other, string[] faults) =>
        await ExpectAsync(Sample.Calendar.With(part, other), Sample.Changes, faults);

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Bad_changes_tell_every_fault_and_its_place(string part, string other, string[] faults) =>
        await ExpectAsync(Sample.Calendar, Sample.Changes.With(part, other), faults);

    [Fact]
    public async Task Both_files_are_read_to_their_end_before_anything_is_told() => await ExpectAsync(
        Sample.Calendar.With("\"otherwise\": \"closed\"", "\"otherwise\": 7").With("\"year-end\"", "\"no-deploy-days\""),
        Sample.Changes.With("\"P14D\"", "\"soon\"").With("\"leastSeverity\": \"High\"", "\"leastSeverity\": 3"),
        [
            "calendar.json $.otherwise 5 A text is expected",
            "calendar.json $.freezes[1].id 26 The rule 'no-deploy-days' is given twice",
            "changes.json $.emergencyTerms.leastSeverity 34 A text is expected",
            "changes.json $.changes[0].acceptableTimes[0].until 51 'soon' is not a moment",
        ]);

    [Fact]
    public async Task Too_deep_a_file_is_refused() =>
        await ExpectAsync(new string('[', 100) + new string(']', 100), Sample.Changes, ["calendar.json $ 1 maximum configured depth"]);

    [Fact]
    public async Task A_huge_file_is_refused() =>
        await ExpectAsync(new string(' ', 1_048_577), Sample.Changes, ["calendar.json $ 0 larger than 1 MB"]);

    [Fact]
    public async Task An_empty_file_is_not_JSON() => await ExpectAsync(Sample.Calendar, string.Empty, ["changes.json $ 1 not well-formed"]);

    [Fact]
    public async Task What_is_not_UTF8_is_refused()
    {
        var printed = await Sample.RunOnAsync([0xFF, 0xFE, 0x00], [0x7B, 0x7D]);

        printed.Exit.Should().Be(App.BadInput);
        printed.Errors.Should().Contain("calendar.json").And.Contain("not UTF-8").And.Contain("'people' is missing");
    }

    [Fact]
    public async Task A_missing_file_and_bad_options_are_told_at_once_with_the_usage()
    {
        var printed = await Sample.RunAsync("--calendar", "no/such/file.json", "--from", "yesterday", "--format", "xml", "--frm", "--changes");

        printed.Exit.Should().Be(App.BadInput);
        printed.Output.Should().BeEmpty();
        printed.Errors.Should().Contain("'no/such/file.json' cannot be read").And.Contain("'yesterday' is not a date").And.Contain("'xml' is not a format")
            .And.Contain("no option '--frm'").And.Contain("The option --changes has no value").And.Contain("usage:").And.StartWith("5 things are wrong");
    }

    [Fact]
    public async Task Help_is_not_an_error()
    {
        var printed = await Sample.RunAsync("--help");

        printed.Exit.Should().Be(App.Done);
        printed.Output.Should().Contain("usage:").And.Contain("exit code");
    }

    [Fact]
    public async Task The_text_of_faults_has_file_line_column_and_remedy_and_fits_a_terminal()
    {
        var printed = await Sample.RunOnAsync(Sample.Calendar.With("America/Los_Angeles", new string('x', 300)), Sample.Changes);

        printed.Exit.Should().Be(App.BadInput);
        printed.Output.Should().BeEmpty();
        printed.Errors.Should().Contain("calendar.json:4:11 $.zone").And.Contain("  > Name an IANA zone");
        printed.Errors.Split('\n').Should().OnlyContain(line => line.Length <= 80);
    }

    private static async Task ExpectAsync(string calendar, string changes, string[] expected)
    {
        var printed = await Sample.RunOnAsync(calendar, changes, "--format", "json");
        using var document = JsonDocument.Parse(printed.Output);
        var found = document.RootElement.GetProperty("faults").EnumerateArray().Select(Told).ToList();

        printed.Exit.Should().Be(App.BadInput);
        found.Should().HaveSameCount(expected, "every fault is expected: {0}", string.Join("; ", found));
        found.Zip(expected.Select(text => text.Split(' ', 4))).Should().OnlyContain(pair =>
            pair.First.StartsWith($"{pair.Second[0]} {pair.Second[1]} {pair.Second[2]} ", StringComparison.Ordinal) && pair.First.Contains(pair.Second[3], StringComparison.Ordinal));
    }

    private static string Told(JsonElement fault)
    {
        fault.GetProperty("remedy").GetString().Should().NotBeNullOrWhiteSpace();
        return $"{Path.GetFileName(fault.GetProperty("file").GetString())} {fault.GetProperty("path")} {fault.GetProperty("line")} {fault.GetProperty("message")}";
    }
}
