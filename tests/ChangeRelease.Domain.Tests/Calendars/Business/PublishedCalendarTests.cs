using ChangeRelease.Domain.Corpora;

namespace ChangeRelease.Domain.Tests.Calendars.Business;

/// <summary>Calendars that others published, as change calendars.</summary>
public sealed class PublishedCalendarTests
{
    private const string Wikimedia = "calendars/wikimedia_deployment_calendar_history.json";
    private const string Circuits = "calendars/circuit_maintenances.json";

    [SharedDataFact(Wikimedia)]
    public void Every_version_of_a_deployment_calendar_loads_and_its_windows_overlap_where_arithmetic_says()
    {
        var output = new StringWriter();

        new WikimediaReport(output).Over(SharedData.Place(Wikimedia)).Should().Be(0);

        output.ToString().TrimEnd().Should().EndWith("""{"suite":"wikimedia","cases":139,"passed":139,"contested":0,"failed":0}""");
        WikimediaVersion.ReadAll(SharedData.Place(Wikimedia)).Should().HaveCount(30);
    }

    [SharedDataFact(Wikimedia)]
    public void The_difference_between_two_versions_is_told_for_people()
    {
        var output = new StringWriter();

        new WikimediaReport(output).Over(SharedData.Place(Wikimedia));

        // The one change of its Thursday window, and nothing else.
        output.ToString().ReplaceLineEndings("\n").Should().Contain(
            """
            From 2022-02-15 535f004c to 2022-02-18 f08c79c6: Fix time of Thursday afternoon backport window
              utc_afternoon_backport
            """.ReplaceLineEndings("\n"));
    }

    [SharedDataFact(Circuits)]
    public void Every_maintenance_notice_stands_is_replaced_or_is_refused_by_name()
    {
        var output = new StringWriter();

        new CircuitReport(output).Over(SharedData.Place(Circuits)).Should().Be(0);

        output.ToString().TrimEnd().Should().EndWith("""{"suite":"circuits","cases":121,"passed":121,"contested":0,"failed":0}""");
        var book = MaintenanceBook.Of(SharedData.Place(Circuits));
        book.Faults.Should().ContainSingle().Which.Should().Match<Domain.Calendars.CalendarFault>(fault => fault.Rule.Value == "cogent/VN12345#1" && fault.Code == "calendar.length.end-not-after-start");
        (book.Standing.Count, book.Replaced.Count, book.Canceled.Count).Should().Be((67, 43, 11));
    }
}
