using System.Text.Json;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Writes an effort canonically: whole microseconds, in order.</summary>
internal static class EffortWriting
{
    public static void WriteTo(this Effort? effort, Utf8JsonWriter json)
    {
        if (effort is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartArray();
        json.WriteNumberValue(Microseconds.Of(effort.Preparation));
        json.WriteNumberValue(Microseconds.Of(effort.Work));
        json.WriteNumberValue(Microseconds.Of(effort.BackOut));
        json.WriteEndArray();
    }
}
