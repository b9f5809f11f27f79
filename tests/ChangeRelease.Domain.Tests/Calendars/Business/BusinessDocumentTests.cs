using System.Text;
using ChangeRelease.Domain.Calendars;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Calendars.Business;

/// <summary>Business calendars as data: what is written is read back, and what is wrong is told whole.</summary>
public sealed class BusinessDocumentTests
{
    internal const string Written =
        """
        {
          "format": "change-release/business-calendar/1",
          "id": "office",
          "version": 3,
          "zone": "America/Chicago",
          "weeks": [
            {
              "days": [
                {
                  "on": ["monday", "friday"],
                  "hours": [{ "from": "09:00", "to": "12:00" }, { "from": "13:00", "to": "17:30" }]
                }
              ]
            },
            {
              "validFrom": "2020-03-01",
              "days": [{ "on": ["sunday"], "hours": [{ "from": "17:00", "to": "16:00", "startsDayBefore": true }] }]
            }
          ],
          "holidays": [
            { "title": "Christmas", "yearly": "12-25", "observed": "nextWorkday" },
            {
              "title": "After Thanksgiving",
              "nthWeekday": { "nth": 4, "weekday": "thursday", "month": 11 },
              "plusDays": 1,
              "onlyOn": ["friday"],
              "fromYear": 1990,
              "untilYear": 2030,
              "exceptYears": [2001, 2002]
            },
            { "title": "Victoria", "onOrBefore": { "weekday": "monday", "day": "05-24" } },
            { "title": "Saints", "onOrAfter": { "weekday": "saturday", "day": "10-31" } },
            { "title": "Good Friday", "westernEaster": -2 },
            { "title": "Easter Monday", "orthodoxEaster": 1 },
            { "title": "Storm", "dates": ["2012-10-29", "2012-10-30"] }
          ],
          "alteredDays": [
            {
              "when": { "title": "Eve", "yearly": "12-24", "observed": "previousWorkday" },
              "opensAt": "10:00:30",
              "closesAt": "12:00"
            }
          ],
          "specialDays": [
            { "when": { "title": "Stocktaking", "dates": ["2026-01-03"] }, "hours": [{ "from": "08:00", "to": "12:00" }] }
          ]
        }

        """;

    [Fact]
    public void A_calendar_is_written_for_people_and_read_back()
    {
        var calendar = BusinessCalendarDocument.Read(Written, Given.Zones).OrThrow();

        Encoding.UTF8.GetString(BusinessCalendarDocument.Write(calendar)).Should().Be(Written);
        BusinessCalendarDocument.Read(BusinessCalendarDocument.Write(calendar), Given.Zones).OrThrow().Should().Be(calendar);
        calendar.Hours.Holidays[1].Should().Be(Occasion.Yearly("After Thanksgiving", AnnualDay.Nth(NthWeekday.Nth(4, IsoDayOfWeek.Thursday), 11).PlusDays(1)) with
        {
            OnlyOn = [IsoDayOfWeek.Friday],
            FromYear = 1990,
            UntilYear = 2030,
            ExceptYears = [2001, 2002],
        });
    }

    [Fact]
    public void What_code_defines_comes_back_as_it_was() =>
        BusinessCalendarDocument.Read(BusinessCalendarDocument.Write(Regions.London), Given.Zones).OrThrow().Digest.Should().Be(Regions.London.Digest);

    [Fact]
    public void Random_calendars_come_back_as_they_were()
    {
        var kinds = new HashSet<Type>();
        foreach (var seed in Enumerable.Range(0, 500))
        {
            var hours = new RandomHours(seed).Make();
            hours.Holidays.OfType<YearlyOccasion>().ToList().ForEach(holiday => kinds.Add(holiday.Day.GetType()));
            var calendar = Regions.Define(hours, version: 1 + seed);

            var written = BusinessCalendarDocument.Write(calendar);
            var read = BusinessCalendarDocument.Read(written, Given.Zones).OrThrow();

            read.Digest.Should().Be(calendar.Digest, "of seed {0}", seed);
            BusinessCalendarDocument.Write(read).Should().Equal(written);
        }

        kinds.Should().HaveCount(5);
    }

    [Theory]
    [InlineData("\"version\": 3", "\"version\": 0", "calendar.document.version-unfit at $.version")]
    [InlineData("\"id\": \"office\"", "\"id\": \" office\"", "calendar.document.name-unfit at $.id")]
    [InlineData("America/Chicago", "America/Chigaco", "calendar.zone.unknown at $.zone")]
    [InlineData("\"zone\": \"America/Chicago\",", "", "calendar.document.member-missing at $")]
    [InlineData("\"from\": \"13:00\"", "\"from\": \"24:00\"", "calendar.document.time-unfit at $.weeks[0].days[0].hours[1].from")]
    [InlineData("\"from\": \"13:00\"", "\"from\": \"11:00\"", "calendar.hours.out-of-order at $.weeks[0].days[0].hours")]
    [InlineData("\"validFrom\": \"2020-03-01\"", "\"validFrom\": \"2020-02-30\"", "calendar.document.date-unfit at $.weeks[1].validFrom")]
    [InlineData("\"validFrom\": \"2020-03-01\",", "", "calendar.week.twice at $.weeks[1]")]
    [InlineData("[\"sunday\"]", "[\"Sunday\"]", "calendar.document.name-unknown at $.weeks[1].days[0].on[0]")]
    [InlineData("[\"sunday\"]", "[\"sunday\", \"sunday\"]", "calendar.week.day-twice at $.weeks[1].days[0]")]
    [InlineData("\"yearly\": \"12-25\"", "\"yearly\": \"02-30\"", "calendar.document.day-unfit at $.holidays[0].yearly")]
    [InlineData("\"yearly\": \"12-25\", ", "", "calendar.document.occasion-not-one at $.holidays[0]")]
    [InlineData("\"westernEaster\": -2", "\"westernEaster\": -2, \"orthodoxEaster\": 3", "calendar.document.occasion-not-one at $.holidays[4]")]
    [InlineData("\"westernEaster\": -2", "\"westernEaster\": -2, \"plusDays\": 3", "calendar.document.occasion-astray at $.holidays[4].plusDays")]
    [InlineData("\"westernEaster\": -2", "\"westernEaster\": -400", "calendar.occasion.no-such-day at $.holidays[4]")]
    [InlineData("\"westernEaster\": -2", "\"westernEaster\": -2.5", "calendar.document.number-unfit at $.holidays[4].westernEaster")]
    [InlineData("\"nth\": 4", "\"nth\": 0", "calendar.document.occasion-unfit at $.holidays[1].nthWeekday.nth")]
    [InlineData("\"month\": 11", "\"month\": 0", "calendar.occasion.no-such-day at $.holidays[1]")]
    [InlineData("\"day\": \"05-24\"", "\"day\": \"24 May\"", "calendar.document.day-unfit at $.holidays[2].onOrBefore.day")]
    [InlineData("[\"2012-10-29\", \"2012-10-30\"]", "[\"2012-10-29\", \"2012-10-32\"]", "calendar.document.date-unfit at $.holidays[6].dates[1]")]
    [InlineData("[\"2012-10-29\", \"2012-10-30\"]", "[]", "calendar.occasion.no-dates at $.holidays[6]")]
    [InlineData("[\"2012-10-29\", \"2012-10-30\"]", "[\"2012-10-29\"], \"observed\": \"nextWorkday\"", "calendar.document.occasion-astray at $.holidays[6]")]
    [InlineData("\"untilYear\": 2030", "\"untilYear\": 1989", "calendar.occasion.years-empty at $.holidays[1]")]
    [InlineData("\"observed\": \"nextWorkday\"", "\"observed\": \"nextMonday\"", "calendar.document.name-unknown at $.holidays[0].observed")]
    [InlineData(",\n      \"opensAt\": \"10:00:30\",\n      \"closesAt\": \"12:00\"", "", "calendar.alteration.missing at $.alteredDays[0]")]
    [InlineData("\"closesAt\": \"12:00\"", "\"closesAt\": \"noon\"", "calendar.document.time-unfit at $.alteredDays[0].closesAt")]
    [InlineData("\"hours\": [{ \"from\": \"08:00\", \"to\": \"12:00\" }]", "\"hours\": []", "calendar.hours.missing at $.specialDays[0].hours")]
    [InlineData("\"title\": \"Stocktaking\"", "\"title\": \" \"", "calendar.occasion.untitled at $.specialDays[0].when")]
    [InlineData("change-release/business-calendar/1", "change-release/business-calendar/2", "calendar.document.format-unknown at $.format")]
    public void What_is_wrong_is_told_by_its_place(string right, string wrong, params string[] faults)
    {
        Written.Should().Contain(right);

        Told(Written.Replace(right, wrong, StringComparison.Ordinal)).Should().Equal(faults);
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once()
    {
        var wrong = Written
            .Replace("12-25", "12-32", StringComparison.Ordinal)
            .Replace("\"nth\": 4", "\"nth\": 9", StringComparison.Ordinal)
            .Replace("\"title\": \"Storm\"", "\"title\": \"\"", StringComparison.Ordinal)
            .Replace("America/Chicago", "nowhere", StringComparison.Ordinal);

        Told(wrong).Should().Equal(
            "calendar.document.day-unfit at $.holidays[0].yearly",
            "calendar.document.occasion-unfit at $.holidays[1].nthWeekday.nth",
            "calendar.zone.unknown at $.zone",
            "calendar.occasion.untitled at $.holidays[6]");
    }

    [Fact]
    public void A_document_is_bounded_before_it_is_looked_at()
    {
        var dates = string.Join(", ", Enumerable.Repeat("\"2012-10-29\"", 10_001));

        Told(Written.Replace("\"2012-10-29\", \"2012-10-30\"", dates, StringComparison.Ordinal)).Should().Equal("calendar.document.too-many-items at $.holidays[6].dates");
        Told(Written + new string(' ', 1 << 20)).Should().Equal("calendar.document.too-large at $");
        BusinessCalendarDocument.Read(Encoding.UTF8.GetBytes(Written), Given.Zones, BusinessCalendarDocument.OrdinaryLimits with { Depth = 3 }).Faults.Should().ContainSingle().Which.Code.Should().Be("calendar.document.too-deep");
    }

    [Theory]
    [InlineData("new-york")]
    [InlineData("london")]
    public void The_calendars_of_the_exchanges_are_documents_in_their_one_form(string exchange)
    {
        var place = Exchange.Place(exchange);
        var document = File.ReadAllText(place).ReplaceLineEndings("\n");
        var written = Encoding.UTF8.GetString(BusinessCalendarDocument.Write(BusinessCalendarDocument.Read(document, Given.Zones).OrThrow()));

        written.Should().Be(document);
    }

    private static IEnumerable<string> Told(string document) => BusinessCalendarDocument.Read(document, Given.Zones).Faults.Select(fault => $"{fault.Code} at {fault.Path}");
}
