"""Reading questionnaires that come back: workbooks and Word files into what they say."""
