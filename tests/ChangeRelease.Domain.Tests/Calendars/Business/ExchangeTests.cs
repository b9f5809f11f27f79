using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Corpora;
using NodaTime;
using NodaTime.Text;

namespace ChangeRelease.Domain.Tests.Calendars.Business;

/// <summary>Real sessions of exchanges, and real bank holidays, from hours and rules that are written here.</summary>
public sealed class ExchangeTests
{
    [SharedDataFact("calendars/xnys.csv.gz")]
    public void Every_session_in_New_York_since_1990_is_reproduced_and_no_other() =>
        Run("new-york", "xnys").Should().Be("""{"suite":"sessions","cases":8324,"passed":8324,"contested":0,"failed":0}""");

    [SharedDataFact("calendars/xlon.csv.gz")]
    public void Every_session_in_London_since_1990_is_reproduced_and_no_other() =>
        Run("london", "xlon").Should().Be("""{"suite":"sessions","cases":8515,"passed":8515,"contested":0,"failed":0}""");

    [SharedDataFact("calendars/xlon.csv.gz")]
    public void A_holiday_too_few_and_one_too_many_are_both_found()
    {
        var london = Exchange.Read("london");
        var holidays = london.Hours.Holidays.Where(holiday => holiday.Title != "Good Friday").Append(Occasion.OnDates("Nothing", Regions.Date("2016-08-01"))).ToArray();
        var output = new StringWriter();

        new SuiteRun("sessions", output, showContested: false)
            .Over(SessionCase.Of(Regions.Define(new BusinessHours(london.Zone, [.. london.Hours.Weeks]) { Holidays = [.. holidays], AlteredDays = london.Hours.AlteredDays }), SharedData.Place("calendars/xlon.csv.gz")))
            .Should().Be(1);

        output.ToString().Should().Contain("FAILED 2016-08-01").And.Contain("FAILED 2016-03-25").And.EndWith("""{"suite":"sessions","cases":8549,"passed":8514,"contested":0,"failed":35}""" + Environment.NewLine);
    }

    [SharedDataFact("calendars/uk_bank_holidays.csv")]
    public void Every_bank_holiday_of_the_three_divisions_is_reproduced_and_no_other()
    {
        var given = File.ReadLines(SharedData.Place("calendars/uk_bank_holidays.csv")).Skip(1).Select(line => line.Split(',')).ToLookup(line => line[0], line => LocalDatePattern.Iso.Parse(line[1]).Value);

        given.Should().HaveCount(3);
        foreach (var division in given)
        {
            UnitedKingdom.Division(division.Key).HolidaysBetween(new LocalDate(2015, 1, 1), new LocalDate(2022, 1, 1)).Select(day => day.Date)
                .Should().Equal(division.Order(), "of {0}", division.Key);
        }
    }

    private static string Run(string exchange, string file)
    {
        var output = new StringWriter();
        new SuiteRun("sessions", output, showContested: false).Over(SessionCase.Of(Exchange.Read(exchange), SharedData.Place($"calendars/{file}.csv.gz")));
        return output.ToString().TrimEnd();
    }
}
