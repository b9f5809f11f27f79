using System.Text.Json;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Writes an effort canonically: whole microseconds, in order.</summary>
internal static class EffortWriting
{
    private const int NanosecondsInMicrosecond = 1_000;

    public static void WriteTo(this Effort? effort, Utf8JsonWriter json)
    {
        if (effort is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartArray();
        json.WriteNumberValue(Microseconds(effort.Preparation));
        json.WriteNumberValue(Microseconds(effort.Work));
        json.WriteNumberValue(Microseconds(effort.BackOut));
        json.WriteEndArray();
    }

    private static long Microseconds(Duration duration) => duration.ToInt64Nanoseconds() / NanosecondsInMicrosecond;
}
