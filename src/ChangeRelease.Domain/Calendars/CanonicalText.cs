using System.Globalization;
using System.Text;
using ChangeRelease.Domain.Foundation;
using NodaTime;
using NodaTime.Text;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Text with only one reading: every field has its name and its length, so that no value can pass for another.</summary>
internal sealed class CanonicalText
{
    private readonly StringBuilder _text = new();

    public Digest Digest => Digest.Of(Encoding.UTF8.GetBytes(_text.ToString()));

    public static string Show(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : "-";

    public static string Show(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "-";

    public CanonicalText Field(string name, string value)
    {
        _text.Append(name).Append(' ').Append(Show(value.Length)).Append(':').Append(value).Append('\n');
        return this;
    }
}
